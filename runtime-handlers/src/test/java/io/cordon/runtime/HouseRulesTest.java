package io.cordon.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cordon.runtime.platform.Env;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String ADAPTERS =
            "Bedrock.*|DynamoDb.*|Kms.*|S3.*|CloudTrail.*|.*Aws.*|JobItem|AnswerClient|CustomResource|HttpsKeySource";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cordon.runtime");

    @Test
    void onlyEnvReadsTheEnvironment() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Env.class)
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyAdaptersKnowTheSdk() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "io\\.cordon\\.runtime\\.(auth|authorizer|costs|identity|jobs|people|platform|pricing|privacy|process|provisioning|reading|trail|upload)\\.("
                                + ADAPTERS + ")(\\$.*)?")
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void handlersPassClientsOnAndNeverCallThem() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Handler")
                .should()
                .accessClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void nothingWritesToTheLogByAnotherWay() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Rehearsal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.amazonaws.services.lambda.runtime.LambdaLogger")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheCdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..")
                .check(CLASSES);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Base)")
                .check(CLASSES);
    }

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                assertThat(Files.readAllLines(source).size())
                        .as(source.toString())
                        .isLessThanOrEqualTo(most(source.toString()));
            }
        }
    }

    private static int most(String source) {
        return source.endsWith("Handler.java") ? 60 : source.endsWith("Test.java") ? 150 : 250;
    }
}
