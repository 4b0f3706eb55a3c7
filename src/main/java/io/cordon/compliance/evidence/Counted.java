package io.cordon.compliance.evidence;

import java.util.Locale;

/** Numbers as a sentence has them. */
public final class Counted {
    private Counted() {}

    /** Returns {@code 1,964}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns {@code 1 row} or {@code 2 rows}. */
    public static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
