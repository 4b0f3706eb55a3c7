package io.cordon.policies;

import java.time.LocalDate;
import java.util.List;

/**
 * What a governed exception must say, and which ones the shipped systems may have: {@code policies/exceptions.json}.
 *
 * @param released the day of the release that these exceptions ship with
 * @param owner who answers for an exception that names nobody else
 * @param expires when an exception that names no other day ends
 * @param expiresWhy the reason for that day
 * @param warningDays the evidence marks what ends within so many days
 * @param shortestReason characters below which a reason says nothing
 * @param boilerplate phrases that are no reason
 * @param allowed the only exceptions of the shipped systems
 */
public record ExceptionPolicy(
        LocalDate released,
        String owner,
        LocalDate expires,
        String expiresWhy,
        int warningDays,
        int shortestReason,
        List<String> boilerplate,
        List<Allowed> allowed) {

    private static final ExceptionPolicy CURRENT = PolicyFile.read("exceptions.json", ExceptionPolicy.class);

    /**
     * One concern that may be excepted.
     *
     * @param concern its name
     * @param rules the rules it may silence, without their pack
     * @param why the reason
     */
    public record Allowed(String concern, List<String> rules, String why) {}

    /** Returns the policy on the class path. */
    public static ExceptionPolicy current() {
        return CURRENT;
    }
}
