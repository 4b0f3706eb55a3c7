package io.cordon.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the first page says is what the repository does. */
class ReadmeTest {
    private static final String README = text("README.md");

    @Test
    void quotesTheExampleThatIsCompiledAndRun() {
        var source = text("src/it/consumer/src/main/java/example/ClinicApp.java");
        var example = source.substring(
                        source.indexOf("// example:start") + "// example:start\n".length(),
                        source.indexOf("        // example:end"))
                .stripTrailing()
                .stripIndent();

        assertThat(README).contains("```java\n" + example + "\n```");
    }

    @Test
    void namesTheCommandsThatCiRuns() {
        var ci = text(".ci/run");
        var synth = "npx --yes aws-cdk@2.1148.1 synth";

        assertThat(ci).contains("mvn -B -ntp verify", synth);
        assertThat(README.lines().limit(12)).anyMatch(line -> line.startsWith("mvn verify "));
        assertThat(README.lines().limit(12)).anyMatch(line -> line.startsWith(synth));
    }

    @Test
    void linksToWhatExists() {
        var link = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

        for (var page : pages()) {
            link.matcher(text(page.toString()))
                    .results()
                    .forEach(found -> assertThat(page.resolveSibling(found.group(1)))
                            .as(page.toString())
                            .exists());
        }
    }

    private static Iterable<Path> pages() {
        try (var files = Files.walk(Path.of("docs"))) {
            var pages = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".md")).toList());
            pages.add(Path.of("README.md"));
            pages.add(Path.of("CONTRIBUTING.md"));
            return pages;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
