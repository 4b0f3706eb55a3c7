package io.cordon.compliance.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlobTest {
    @Property
    void readsWildcardsAsTheRegularExpressionWould(@ForAll("globs") String glob, @ForAll("texts") String text) {
        var regex = glob.chars().mapToObj(GlobTest::part).collect(Collectors.joining());
        var flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE;
        assertThat(PolicyText.covering(glob).test(text))
                .isEqualTo(Pattern.compile(regex, flags).matcher(text).matches());
    }

    @Example
    void readsTheWildcardsOfPolicies() {
        assertThat(PolicyText.covering("S3:Get*"))
                .accepts("s3:GetObject", "s3:get")
                .rejects("s3:PutObject", "as3:Get");
        assertThat(PolicyText.covering("key/?")).accepts("key/a").rejects("key/", "key/ab");
        assertThat(PolicyText.covering("arn:" + PolicyText.GAP + "/x"))
                .accepts("arn:aws/x")
                .rejects("arn:aws/y");
        assertThat(PolicyText.covering("a.c")).rejects("abc");
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("abB:*?" + PolicyText.GAP).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aAb:*\n").ofMaxLength(12);
    }

    private static String part(int character) {
        var text = Character.toString(character);
        return switch (text) {
            case "*", PolicyText.GAP -> ".*";
            case "?" -> ".";
            default -> Pattern.quote(text);
        };
    }
}
