package io.cordon.runtime.phi;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Somebody who does not exist, in words as they stand on documents and in requests. Each word holds digits or letters at
 * random, so that whatever is found again comes from here.
 */
record Person(String name, String mail, String born, String record, String phone, String address, String diagnosis) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** All of them, and what is read from one place alone. */
    List<String> words() {
        return List.of(name, mail, born, record, phone, address, diagnosis);
    }

    /** All of them in one text. */
    String told() {
        return String.join(" | ", words());
    }

    /** What fits where ASCII alone is allowed, without a blank. */
    String code() {
        return record;
    }

    static Arbitrary<Person> anybody() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Zoë",
                                "Jose\u0301 Mari\u0301a",
                                "Нина",
                                "محمد",
                                "נועה",
                                "さくら",
                                "李小龍",
                                "O'Brien \"Bob\"",
                                "Ann\ud83d\udc69\u200d\u2695\ufe0f"),
                        Arbitraries.of("Müller-%s", "Nguye\u0302\u0303n%s", "Ελ%sένη", "الفارسي%s", "%s王", "D'%s"),
                        Arbitraries.of("%1$02d.%2$02d.%3$d", "%3$d-%2$02d-%1$02dT07:4%1$d", "%3$d%2$02d%1$02d0742"),
                        Arbitraries.of("Hauptstraße 12b/%s, Würzburg", "%s Škofja Loka", "\u202e%s הרצל\u202c, 5"),
                        Arbitraries.of(
                                "Diabetes mellitus %s",
                                "\"HIV\\%s\"\n<b>positiv</b>", "\u202e癌%s\u0000", "F32.1-%s 😔"),
                        Arbitraries.longs())
                .as(Person::of);
    }

    private static Person of(String given, String family, String date, String place, String illness, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String born = date.formatted(random.nextInt(1, 29), random.nextInt(1, 13), random.nextInt(1920, 2026));
        return new Person(
                given + " " + family.formatted(code(random)),
                code(random) + ".home@praxis.example",
                born + "00" + random.nextInt(100_000, 1_000_000),
                "MRN-" + code(random),
                "+49 170 " + random.nextInt(100_000_000, 1_000_000_000),
                place.formatted(code(random)),
                illness.formatted(code(random)));
    }

    private static String code(SplittableRandom random) {
        StringBuilder code = new StringBuilder().append(random.nextInt(10)); // a digit makes it a word of nobody
        random.ints(9, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
        return code.toString();
    }
}
