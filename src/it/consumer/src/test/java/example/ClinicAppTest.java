package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cordon.functions.FunctionManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicAppTest {
    @Test
    void aDozenLinesPassTheGateAndLeaveEvidence() throws Exception {
        ClinicApp.main(new String[0]);

        var evidence = Path.of(System.getenv("CDK_OUTDIR"), "evidence");
        var controls = Files.readString(evidence.resolve("controls.csv"));
        assertTrue(controls.contains("Clinic/Documents"), controls);
        assertTrue(!controls.contains(",Non-Compliant,"), controls);
    }

    @Test
    void thePackagedJarCarriesTheFunctionsAndThePolicies() {
        assertNotNull(ClinicAppTest.class.getResource("/runtime-handlers.jar"));
        assertNotNull(ClinicAppTest.class.getResource("/policies/retention.json"));
        assertEquals(
                "io.cordon.runtime.upload.UploadHandler::handleRequest",
                FunctionManifest.current().function("upload").handler());
    }

    @Test
    void theFlattenedPomBringsNoTestLibrary() {
        for (var absent : List.of("com.tngtech.archunit.core.domain.JavaClass", "net.jqwik.api.Property", "org.assertj.core.api.Assertions")) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(absent));
        }
    }
}
