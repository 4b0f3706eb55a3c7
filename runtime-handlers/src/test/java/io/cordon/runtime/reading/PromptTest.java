package io.cordon.runtime.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.platform.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final Path PROMPTS = Path.of("src/main/resources/prompts");

    /** A released version is what its results name: never edit a sum here, add a version with another folder. */
    private static final Map<String, String> RELEASED =
            Map.of("document-v1", "3f97ec9f9eceb9cbaa82edc2d16ba53eaf7abbe6969b807bea2ec22558983d48");

    @Test
    void neverChangesAReleasedVersion() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> versions = Files.list(PROMPTS)) {
            for (Path version : versions.toList()) {
                sums.put(version.getFileName().toString(), sum(version));
            }
        }

        assertThat(sums).isEqualTo(new TreeMap<>(RELEASED));
    }

    @Test
    void givesTheModelARuleForEachThingThatItMustNotDo() {
        assertThat(Prompt.current().system())
                .contains("Do not guess", "Values verbatim", "no advice", "No diagnosis", "No names", "no links");
    }

    @Test
    void namesItsToolInItsRules() {
        Prompt prompt = Prompt.current();

        assertThat(prompt.system()).contains("`" + prompt.tool().name() + "`");
        assertThat(prompt.user()).contains("`" + prompt.tool().name() + "`");
        assertThat(prompt.tool().name()).matches("[a-zA-Z0-9_-]{1,64}");
    }

    private static String sum(Path version) throws IOException {
        StringBuilder whole = new StringBuilder();
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.sorted().toList()) {
                whole.append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        }
        return Sha256.hex(whole.toString());
    }
}
