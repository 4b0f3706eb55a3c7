package example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cordon.compliance.HipaaGuardrails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class ImagingAppTest {
    private static final String EXCUSED = "HIPAA.Security::HIPAA.Security-IAMNoInlinePolicy";

    @TempDir
    static Path out;

    @BeforeAll
    static void synth() {
        app(out, Map.of()).synth();
    }

    @Test
    void passesAndLeavesTheWholePack() throws IOException {
        for (var file : List.of(
                "index.html", "controls.csv", "exceptions.csv", "advice.csv", "inventory.csv", "data-flow.svg",
                "data-flow.json", "citations.html", "citations.json", "results.sarif", "TEST-compliance.xml",
                "manifest.json")) {
            assertFalse(evidence(out, file).isBlank(), file);
        }
        assertTrue(evidence(out, "index.html").contains("<strong>PASS</strong>"));
        assertFalse(evidence(out, "controls.csv").contains(",Non-Compliant,"));
        assertTrue(evidence(out, "data-flow.json").contains("\"Imaging/Scans/Resource\""));
    }

    @Test
    void namesItsOwnFileAndLine() throws IOException {
        var line = lineOf("Bucket.Builder.create(this, \"Scans\")", ".build();");

        assertTrue(row("inventory.csv", ",Imaging/Scans/Resource,").endsWith("src/main/java/example/ImagingStack.java:" + line));
        assertTrue(evidence(out, "results.sarif").contains("src/main/java/example/ImagingStack.java\""));
        assertTrue(evidence(out, "results.sarif").contains("\"startLine\" : " + line));
    }

    @Test
    void listsTheExceptionOfItsFile() throws IOException {
        var row = row("exceptions.csv", EXCUSED + ",");

        assertTrue(row.contains(",SEC-17,"), row);
        assertTrue(row.endsWith("policies/exceptions/trail.json: $.exceptions[0],governed"), row);
    }

    @Test
    void failsWithoutThatException(@TempDir Path folder) throws IOException {
        var none = Files.createDirectory(folder.resolve("none"));
        var app = app(folder, Map.of(HipaaGuardrails.EXCEPTIONS, none.toString()));

        assertThrows(RuntimeException.class, app::synth);

        assertTrue(evidence(folder, "index.html").contains("<strong>FAIL</strong>"));
        assertTrue(evidence(folder, "controls.csv")
                .contains(EXCUSED + ",Imaging/Trail/LogsRole/DefaultPolicy/Resource,Non-Compliant,"));
    }

    /** Judged for one day, so that no test fails when an exception ends: the synth does. */
    private static App app(Path folder, Map<String, Object> context) {
        return ImagingApp.in(new App(AppProps.builder()
                .outdir(folder.toString())
                .context(Map.of(HipaaGuardrails.AS_OF, "2026-12-01"))
                .postCliContext(context)
                .build()));
    }

    private static String row(String file, String cell) throws IOException {
        return evidence(out, file)
                .lines()
                .filter(it -> it.contains(cell))
                .findFirst()
                .orElseThrow();
    }

    private static String evidence(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve("evidence").resolve(file));
    }

    /** Java counts the end of a builder's chain as the line that makes the construct. */
    private static int lineOf(String start, String end) throws IOException {
        var lines = Files.readAllLines(Path.of("src/main/java/example/ImagingStack.java"));
        var at = 0;
        while (!lines.get(at).contains(start)) {
            at++;
        }
        while (!lines.get(at).strip().equals(end)) {
            at++;
        }
        return at + 1;
    }
}
