package io.cordon.compliance.evidence.page;

import java.util.Locale;

/** Numbers as a sentence has them. */
final class Counted {
    private Counted() {}

    /** Returns {@code 1,964}. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns {@code 1 row} or {@code 2 rows}. */
    static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
