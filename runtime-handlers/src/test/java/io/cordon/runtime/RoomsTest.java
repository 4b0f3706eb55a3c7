package io.cordon.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class RoomsTest {
    private static final String ROUTES = "io\\.cordon\\.runtime\\.(auth|cleanup|http|owner|result|status|upload)\\..*";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cordon.runtime");

    @Test
    void theAuthorizerStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("..authorizer..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.cordon\\.runtime\\.(?!authorizer|platform).*")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..authorizer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..runtime.authorizer..")
                .check(CLASSES);
    }

    @Test
    void onlySignInKnowsLibrariesOfCryptography() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..runtime.auth..", "..runtime.authorizer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("ItemKey")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws.encryptionsdk..", "software.amazon.cryptography..")
                .check(CLASSES);
    }

    @Test
    void signingInIsKnownToNobodyElse() {
        noClasses()
                .that()
                .resideInAnyPackage("..people..", "..identity..", "..jobs..", "..http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..runtime.auth..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("..people..", "..identity..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.cordon\\.runtime\\.(?!people|identity|platform).*")
                .check(CLASSES);
    }

    @Test
    void jobsKnowNothingOfHttpAndPlatformNothingOfBoth() {
        noClasses()
                .that()
                .resideInAPackage("..jobs..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(ROUTES)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..platform..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.cordon\\.runtime\\.(?!platform).*")
                .check(CLASSES);
    }
}
