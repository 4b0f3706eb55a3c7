package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that travels inside ours. */
class BundledHandlersTest {
    @Test
    void statesEveryFunctionAndTheClassIsThere() throws IOException {
        var manifest = FunctionManifest.current();

        try (var jar = new JarFile(manifest.jar().toFile())) {
            assertThat(manifest.functions())
                    .extracting(FunctionEntry::name)
                    .contains(
                            "upload",
                            "status",
                            "authorizer",
                            "auth",
                            "identity-keys",
                            "trail-check",
                            "price-seed",
                            "model-privacy");
            assertThat(manifest.functions())
                    .allSatisfy(function -> assertThat(jar.getEntry(
                                    function.handler().replaceFirst("::.*", "").replace('.', '/') + ".class"))
                            .isNotNull());
        }
    }

    @Test
    void needsAnInterfaceEndpointOnlyWhereAFunctionCallsOne() {
        var manifest = FunctionManifest.current();

        assertThat(manifest.services(List.of("upload", "status", "result", "cleanup", "price-seed")))
                .isEmpty();
        assertThat(manifest.services(List.of("process")))
                .as("BedrockPrivateLink makes the endpoint to models")
                .isEmpty();
        assertThat(manifest.services(List.of("authorizer"))).containsExactly("kms");
        assertThat(manifest.services(List.of("trail-check"))).containsExactly("cloudtrail");
        assertThat(manifest.services()).contains("cloudtrail");
    }

    /** A jar that changes at every build would replace every function at every deployment. */
    @Test
    void carriesNoTimeOfItsBuild() throws IOException {
        try (var jar = new JarFile(FunctionManifest.current().jar().toFile())) {
            assertThat(jar.stream()
                            .filter(entry -> entry.getName().contains("cordon"))
                            .map(entry -> entry.getLastModifiedTime().toInstant())
                            .distinct())
                    .singleElement()
                    .satisfies(time -> assertThat(time).isBefore("2026-11-02T12:00:00Z"));
        }
    }

    @Test
    void leavesTestLibrariesAndTheCdkOut() throws IOException {
        try (var jar = new JarFile(FunctionManifest.current().jar().toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.startsWith("org/junit/")
                            || name.startsWith("software/amazon/awscdk/")
                            || name.startsWith("org/gaul/")
                            || name.startsWith("io/netty/"));
        }
    }
}
