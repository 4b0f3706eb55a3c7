package io.cordon.runtime.phi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a person's words in a text, whole or in part, however they are written down there. */
final class Search {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|@\"\\\\<>/]+");
    /** Shorter parts could be there by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, String> traces = new LinkedHashMap<>();

    Search(Person person) {
        person.words()
                .forEach(word -> parts(word)
                        .flatMap(Search::written)
                        .forEach(trace -> traces.put(trace.toLowerCase(Locale.ROOT), word)));
    }

    /** What was found, and the word that it comes from. */
    Optional<String> in(String text) {
        String any = text.toLowerCase(Locale.ROOT);
        return traces.entrySet().stream()
                .filter(trace -> any.contains(trace.getKey()))
                .findFirst()
                .map(trace -> trace.getKey() + ", which is of " + trace.getValue());
    }

    private static Stream<String> parts(String word) {
        return Stream.concat(Stream.of(word), Stream.of(BETWEEN.split(word, -1)))
                .filter(part -> part.length() >= SHORTEST && !part.equals("praxis.example"))
                .flatMap(part -> Stream.concat(Stream.of(part), Stream.of(part.split("[^a-z0-9]+", -1))))
                .filter(part -> part.length() >= SHORTEST && part.chars().anyMatch(each -> each > '~' || each < 'A'));
    }

    private static Stream<String> written(String part) {
        return Stream.of(Normalizer.Form.values())
                .map(form -> Normalizer.normalize(part, form))
                .flatMap(text -> Stream.concat(Stream.of(text), encoded(text)))
                .distinct();
    }

    private static Stream<String> encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        Set<String> all = new TreeSet<>(List.of(
                url,
                url.replace("+", "%20"),
                escaped(text, false),
                escaped(text, true),
                HexFormat.of().formatHex(bytes),
                text.replaceAll("[^\\x00-\\x7f]", "?")));
        IntStream.range(0, 3).forEach(offset -> {
            all.add(base64(Base64.getEncoder(), bytes, offset));
            all.add(base64(Base64.getUrlEncoder(), bytes, offset));
        });
        return all.stream();
    }

    /** What is the same in Base64 whatever stands before and after, if so many bytes stand before, modulo three. */
    private static String base64(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String text = encoder.encodeToString(shifted);
        return text.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    /** As JSON may write it: what it must escape, or all that is not ASCII as well. */
    private static String escaped(String text, boolean all) {
        return text.chars()
                .mapToObj(each -> switch (each) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    default ->
                        each < ' ' || (all && each > '~') ? "\\u%04x".formatted(each) : Character.toString((char) each);
                })
                .collect(Collectors.joining());
    }
}
