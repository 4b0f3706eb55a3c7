package io.cordon.runtime.phi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SearchTest {
    private static final List<UnaryOperator<String>> WRITINGS = List.of(
            text -> text,
            text -> text.toUpperCase(Locale.ROOT),
            text -> Normalizer.normalize(text, Form.NFD),
            text -> Normalizer.normalize(text, Form.NFC),
            text -> URLEncoder.encode(text, UTF_8),
            text -> HexFormat.of().formatHex(text.getBytes(UTF_8)),
            text -> new JsonMapper().getNodeFactory().textNode(text).toString(),
            text -> text.replaceAll("[^ -~]", ""),
            text -> base64("", text),
            text -> base64("a", text),
            text -> base64("ab", text));

    @Property(tries = 50)
    void findsWordsHoweverTheyAreWritten(@ForAll("anybody") Person person) {
        Search search = new Search(person);

        for (String word : person.words()) {
            assertThat(WRITINGS)
                    .allMatch(writing ->
                            search.in("a " + writing.apply(word) + " b").isPresent());
        }
    }

    @Property(tries = 50)
    void findsNobodyInTheWordsOfSomebodyElse(@ForAll("anybody") Person person, @ForAll("anybody") Person other) {
        if (!person.code().equals(other.code())) {
            assertThat(new Search(person).in(other.record() + other.mail() + other.phone()))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<Person> anybody() {
        return Person.anybody();
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString((before + text + "behind it").getBytes(UTF_8));
    }
}
