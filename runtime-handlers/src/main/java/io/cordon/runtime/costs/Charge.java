package io.cordon.runtime.costs;

/**
 * What a call cost.
 *
 * @param microUsd in millionths of a US dollar
 * @param book the version of the price book that says so
 */
public record Charge(long microUsd, String book) {}
