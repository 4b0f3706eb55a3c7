package io.cordon.runtime.trail;

/**
 * How a trail is set.
 *
 * @param name its name
 * @param account the account that owns it
 * @param region its home region
 * @param bucket where it delivers
 * @param root what precedes each key there; empty, or ending in a slash
 * @param signed whether it delivers signed digests
 */
record Trail(String name, String account, String region, String bucket, String root, boolean signed) {}
