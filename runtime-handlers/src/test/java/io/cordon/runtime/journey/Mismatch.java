package io.cordon.runtime.journey;

/** The template and the functions do not fit; one sentence says on which side. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch(String sentence) {
        super(sentence);
    }

    /** Throws the sentence unless what it denies is so. */
    static void unless(boolean fits, String sentence) {
        if (!fits) {
            throw new Mismatch(sentence);
        }
    }
}
