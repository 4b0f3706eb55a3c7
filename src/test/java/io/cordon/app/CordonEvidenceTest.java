package io.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.HipaaGuardrails;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;

/** Two packs of a foreign app, as a reviewer gets them. */
class CordonEvidenceTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void findsAPackWholeThatNobodyTouched() {
        var pack = pack("one", stack -> new Queue(stack, "Q"));

        assertThat(verify(pack)).isZero();

        assertThat(said()).contains("files are as the manifest says", "SHA-256 of manifest.json: ", "Result: whole");
    }

    @Test
    void namesEachFileThatIsNotAsItWas() throws IOException {
        var pack = pack("one", stack -> new Queue(stack, "Q"));
        Files.writeString(pack.resolve("controls.csv"), Files.readString(pack.resolve("controls.csv")) + " ");
        Files.delete(pack.resolve("advice.csv"));
        Files.writeString(pack.resolve("letter.txt"), "trust me");
        Files.writeString(pack.resolveSibling("S.template.json"), "{}");

        assertThat(verify(pack)).isEqualTo(1);

        assertThat(said())
                .contains(
                        "controls.csv: changed since the manifest was written",
                        "advice.csv: missing",
                        "letter.txt: not in the manifest",
                        "S.template.json: changed since the manifest was written",
                        "Result: not whole");
    }

    @Test
    void saysThatItKnowsNothingOfTemplatesThatAreNotThere() throws IOException {
        var pack = pack("one", stack -> new Queue(stack, "Q"));
        Files.delete(pack.resolveSibling("S.template.json"));

        assertThat(verify(pack)).isZero();

        assertThat(said()).contains("The templates do not lie beside this pack: nothing is known of them.");
    }

    @Test
    void followsNoNameOutOfThePack() throws IOException {
        var pack = pack("one", stack -> new Queue(stack, "Q"));
        var manifest = pack.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"advice.csv\"", "\"../../secret\""));

        assertThat(verify(pack)).isEqualTo(1);

        assertThat(said()).contains("../../secret: leads out of the pack", "advice.csv: not in the manifest");
    }

    @Test
    void leavesTheSameBytesForTheSameInput() throws IOException {
        Function<String, Path> synth = name -> pack(name, stack -> new Queue(stack, "Q"));
        var one = synth.apply("one");
        var two = synth.apply("two");

        try (var files = Files.list(one)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void saysInMarkdownWhatAChangeDoesToTheEvidence() {
        var before = pack("one", stack -> Bucket.Builder.create(stack, "B").build());
        var after = pack("two", stack -> {
            Bucket.Builder.create(stack, "B").versioned(true).build();
            Key.Builder.create(stack, "K").enableKeyRotation(true).build();
        });

        assertThat(run("diff", before.toString(), after.toString())).isZero();

        assertThat(said())
                .startsWith("## Evidence: fails\n")
                .contains("### Made from: no change", "### Exceptions: no change")
                .contains(
                        "| HIPAA.Security::HIPAA.Security-S3BucketVersioningEnabled on S/B/Resource | Non-Compliant | "
                                + "Compliant |")
                .contains("KMSBackingKeyRotationEnabled on S/K/Resource | (none) | Compliant |");
    }

    @Test
    void saysWhatToDoWithAFolderThatIsNoPack() {
        assertThat(verify(folder)).isEqualTo(2);
        assertThat(said()).contains("manifest.json: not there; give the folder evidence/ of a synth");
        assertThat(run("verfy", "x")).isEqualTo(2);
        assertThat(said()).contains("verify PACK", "diff BEFORE AFTER");
    }

    private Path pack(String name, Consumer<Stack> content) {
        var app = new App(AppProps.builder()
                .context(
                        Map.of("@aws-cdk/core:failSynthOnValidationErrors", false, HipaaGuardrails.AS_OF, "2026-11-20"))
                .outdir(folder.resolve(name).toString())
                .build());
        HipaaGuardrails.apply(app);
        content.accept(new Stack(app, "S"));
        app.synth();
        return folder.resolve(name).resolve("evidence");
    }

    private int verify(Path pack) {
        return run("verify", pack.toString());
    }

    private int run(String... args) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return CordonEvidence.run(List.of(args), out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
