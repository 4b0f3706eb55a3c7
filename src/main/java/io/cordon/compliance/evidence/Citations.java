package io.cordon.compliance.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** The provisions that a rule cites, as a row has them. */
public final class Citations {
    /** Some rules of cdk-nag name several in one, between commas and no-break spaces. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0,]+");

    private Citations() {}

    /** Returns each of them once, in order. */
    public static List<String> in(String text) {
        return BETWEEN.splitAsStream(text)
                .filter(it -> !it.isEmpty())
                .map(Citations::whole)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is a provision of 45 CFR Part 164; what else is cited are controls of NIST. */
    public static boolean isHipaa(String citation) {
        return citation.startsWith("164.");
    }

    /** A rule of cdk-nag 3.0.2 cites {@code 164.312(e)(1}. */
    private static String whole(String citation) {
        var open = citation.chars().filter(it -> it == '(').count();
        var closed = citation.chars().filter(it -> it == ')').count();
        return open == closed + 1 ? citation + ")" : citation;
    }
}
