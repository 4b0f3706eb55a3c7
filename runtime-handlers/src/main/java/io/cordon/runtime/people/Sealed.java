package io.cordon.runtime.people;

import java.util.Map;

/**
 * A person's fields as they are kept, all in Base64.
 *
 * @param keyId ARN of the KMS key that wraps the item's key; which version of it, the wrapped key says itself
 * @param itemKey the item's own key, wrapped
 * @param fields each sealed under the item's key
 */
public record Sealed(String keyId, String itemKey, Map<Field, String> fields) {}
