package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page as a browser gets it. */
record Html(String text) {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    static Html of(Facts facts, String... files) {
        var out = new ByteArrayOutputStream();
        try {
            new PageExhibit(List.of(files)).write(facts, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Html(out.toString(StandardCharsets.UTF_8));
    }

    /** Returns every value of an attribute, in order. */
    List<String> all(String attribute) {
        return found(" " + attribute + "=\"([^\"]*)\"", text);
    }

    /** Returns the words between two places, as one reads them. */
    String words(String from, String to) {
        var start = text.indexOf(from);
        var part = text.substring(start, text.indexOf(to, start));
        return TAG.matcher(part).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** Returns the words of the first page. */
    String front() {
        return words("<section class=\"front\"", "</section>");
    }

    /** Returns the numbers of the headings, in order. */
    List<Integer> headings() {
        return found("<h([1-6])[ >]", text).stream().map(Integer::valueOf).toList();
    }

    private static List<String> found(String pattern, String in) {
        return Pattern.compile(pattern)
                .matcher(in)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }
}
