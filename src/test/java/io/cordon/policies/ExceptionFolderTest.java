package io.cordon.policies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compliance officer's editor can leave behind, and a hostile pull request can bring. */
class ExceptionFolderTest {
    private static final String FIRST = "exceptions/a.json: $.exceptions[0]";
    private static final String GOOD = """
            { "exceptions": [ {
                "id": "HIPAA.Security::HIPAA.Security-LambdaDLQ",
                "scope": "S/F",
                "reason": "Gründe, die für genau dieses eine Konstrukt gelten.",
                "compensatingControl": "None is needed.",
                "owner": "Security Official",
                "ticket": "SEC-1",
                "expires": "2027-06-30"
            } ] }
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatAFileStates() throws IOException {
        var read = read(GOOD.getBytes(UTF_8));

        assertThat(read.problems()).isEmpty();
        assertThat(read.stated())
                .containsExactlyEntriesOf(Map.of(
                        FIRST,
                        new StatedException(
                                "HIPAA.Security::HIPAA.Security-LambdaDLQ",
                                "S/F",
                                "Gründe, die für genau dieses eine Konstrukt gelten.",
                                "None is needed.",
                                "Security Official",
                                "SEC-1",
                                LocalDate.parse("2027-06-30"))));
        assertThat(PolicyData.problems("exception-file.schema.json", GOOD)).isEmpty();
    }

    @Test
    void readsTheSameBehindAByteOrderMarkAndWithLineEndsOfWindows() throws IOException {
        var plain = read(GOOD.getBytes(UTF_8));
        var windows = read(("\uFEFF" + GOOD.replace("\n", "\r\n")).getBytes(UTF_8));

        assertThat(windows).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void saysWhereAFileIsWrongAndWhatToWrite(String from, String to, String problem) throws IOException {
        var text = GOOD.replace(from, to);
        assertThat(text).isNotEqualTo(GOOD);

        assertThat(read(text.getBytes(UTF_8)).problems()).containsExactly(problem);
        assertThat(read(text.getBytes(UTF_8)).stated()).isEmpty();
    }

    static Stream<Arguments> wrong() {
        var reason = "Gründe, die für genau dieses eine Konstrukt gelten.";
        return Stream.of(
                arguments(
                        "\"owner\"",
                        "\"Owner\"",
                        FIRST + ".Owner: unknown key; write one of compensatingControl, "
                                + "expires, id, owner, reason, scope, ticket, or leave it out"),
                arguments("\"ticket\": \"SEC-1\",", "", FIRST + ".ticket: missing; add it"),
                arguments("\"SEC-1\"", "null", FIRST + ".ticket: null; write a value"),
                arguments("\"SEC-1\"", "17", FIRST + ".ticket: 17; must be a text in quotes"),
                arguments("\"SEC-1\"", "true", FIRST + ".ticket: true; must be a text in quotes"),
                arguments("\"SEC-1\"", "[\"SEC-1\"]", FIRST + ".ticket: must be a text in quotes"),
                arguments("\"SEC-1\"", "{}", FIRST + ".ticket: must be a text in quotes"),
                arguments(
                        "2027-06-30",
                        "30.06.2027",
                        FIRST + ".expires: 30.06.2027; must be a day as yyyy-MM-dd, such as 2028-11-30"),
                arguments(
                        "2027-06-30",
                        "2027-02-30",
                        FIRST + ".expires: 2027-02-30; must be a day as yyyy-MM-dd, such as 2028-11-30"),
                arguments(
                        "\"2027-06-30\"",
                        "[2027, 6, 30]",
                        FIRST + ".expires: must be a day as yyyy-MM-dd, such as 2028-11-30"),
                arguments(
                        "\"2027-06-30\"",
                        "20270630",
                        FIRST + ".expires: 20270630; must be a day as yyyy-MM-dd, such as 2028-11-30"),
                arguments(
                        "\"scope\": \"S/F\",",
                        "\"scope\": \"S/F\", \"scope\": \"S/G\",",
                        "exceptions/a.json: line 3, column 28: the key scope stands twice; remove one"),
                arguments(
                        "{ \"exceptions\"",
                        "{ \"exceptions\": [], \"exceptions\"",
                        "exceptions/a.json: line 1, column 33: the key exceptions stands twice; remove one"),
                arguments("[ {", "[ ] } {", "exceptions/a.json: $: something stands behind the end; remove it"),
                arguments(
                        "\"id\":",
                        "\"id\"",
                        "exceptions/a.json: line 2, column 10: no JSON from here on: Unexpected character"),
                arguments(
                        "] }",
                        "]",
                        "exceptions/a.json: line 10, column 1: no JSON from here on: "
                                + "Unexpected end-of-input: expected close marker for Object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "", "{}", "{ \"exceptions\": {} }"})
    void asksForAListOfExceptions(String text) throws IOException {
        assertThat(read(text.getBytes(UTF_8)).problems())
                .containsExactly("exceptions/a.json: $.exceptions: must be a list in square brackets");
    }

    @Test
    void tellsEveryProblemOfEveryFileAndTakesWhatIsRight() throws IOException {
        Files.writeString(folder.resolve("b.json"), GOOD.replace("[ {", "[ 5, null, { \"id\": \"x\" }, {"));
        Files.writeString(folder.resolve("c.json"), "{");
        Files.writeString(folder.resolve("d.json"), "{ \"note\": 1, \"exceptions\": [] }");
        Files.writeString(folder.resolve("README.md"), "no exception");

        var read = read(GOOD.getBytes(UTF_8));

        assertThat(read.stated()).containsOnlyKeys(FIRST, "exceptions/b.json: $.exceptions[3]");
        assertThat(read.problems())
                .extracting(problem -> problem.replaceFirst("(json: [^:]+).*", "$1"))
                .containsExactly(
                        "exceptions/b.json: $.exceptions[0]",
                        "exceptions/b.json: $.exceptions[1]",
                        "exceptions/b.json: $.exceptions[2].scope",
                        "exceptions/c.json: line 1, column 2",
                        "exceptions/d.json: $.note");
    }

    @Test
    void readsUtf8AndNothingElse() throws IOException {
        assertThat(read(GOOD.getBytes(ISO_8859_1)).problems())
                .containsExactly("exceptions/a.json: not UTF-8; save it as UTF-8");
        assertThat(read(GOOD.getBytes(UTF_16)).problems())
                .containsExactly("exceptions/a.json: not UTF-8; save it as UTF-8");
    }

    @Test
    void readsNoFileThatIsTooLargeForAReview() throws IOException {
        var huge = " ".repeat(ExceptionFolder.LARGEST_FILE) + GOOD;

        assertThat(read(huge.getBytes(UTF_8)).problems())
                .containsExactly("exceptions/a.json: larger than 1000000 bytes; split it");
        assertThat(read("[".repeat(5_000).getBytes(UTF_8)).problems())
                .singleElement()
                .asString()
                .isEqualTo("exceptions/a.json: nested too deeply, or a value too long; write it shorter");
    }

    @Test
    void followsNoLinkToWhatNobodyReviewed() throws IOException {
        var elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), GOOD);
        Files.createSymbolicLink(folder.resolve("link.json"), elsewhere);
        Files.createDirectory(folder.resolve("folder.json"));

        assertThat(ExceptionFolder.read(folder, Path.of("exceptions")).problems())
                .containsExactly(
                        "exceptions/folder.json: a link or a folder; put the file itself here, where it is reviewed",
                        "exceptions/link.json: a link or a folder; put the file itself here, where it is reviewed");
    }

    @Test
    void saysThatAFolderIsNone() {
        assertThat(ExceptionFolder.read(folder.resolve("none"), Path.of("a", "none"))
                        .problems())
                .containsExactly("a/none: no folder; write the exceptions into files in it");
    }

    private ExceptionFolder read(byte[] content) throws IOException {
        Files.write(folder.resolve("a.json"), content);
        return ExceptionFolder.read(folder, Path.of("exceptions"));
    }
}
