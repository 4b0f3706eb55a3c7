package io.cordon.runtime.identity;

import java.time.Instant;

/** A provider's keys as they were when they were fetched. */
public record StoredKeys(KeySet keys, Instant fetchedAt) {}
