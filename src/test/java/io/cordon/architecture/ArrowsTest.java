package io.cordon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.cordon.compliance.Acknowledge;
import io.cordon.compliance.DataClass;
import io.cordon.policies.RetentionPolicy;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

/** Arrows point one way: app → systems → constructs → policies. */
class ArrowsTest {
    @Test
    void looksAtOurClassesAndNotAtTests() {
        assertThat(House.CLASSES.contain(RetentionPolicy.class)).isTrue();
        assertThat(House.CLASSES.contain(DataClass.class)).isTrue();
        assertThat(House.CLASSES.contain(ArrowsTest.class)).isFalse();
    }

    @Test
    void everyClassLivesInARoomThatTheRulesKnow() {
        Set<String> rooms = House.CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.replaceFirst("io\\.cordon\\.(\\w+).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(rooms)
                .isSubsetOf(
                        "account",
                        "ai",
                        "api",
                        "app",
                        "audit",
                        "compliance",
                        "cost",
                        "data",
                        "functions",
                        "keys",
                        "network",
                        "observe",
                        "pipeline",
                        "policies",
                        "storage",
                        "systems");
    }

    @Test
    void nothingImportsTheApp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(House.APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.APP));
    }

    @Test
    void onlyTheAppImportsSystems() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(House.APP, House.SYSTEMS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.SYSTEMS));
    }

    @Test
    void constructsKnowNoMoreOfComplianceThanAcknowledgeAndDataClass() {
        check(noClasses()
                .that()
                .resideInAnyPackage(House.CONSTRUCTS)
                .should()
                .dependOnClassesThat(resideInAPackage(House.COMPLIANCE)
                        .and(not(belongToAnyOf(Acknowledge.class, DataClass.class)))
                        .as("are in compliance, but for Acknowledge and DataClass")));
    }

    @Test
    void complianceLooksAtTemplatesAndNeverAtConstructs() {
        check(noClasses()
                .that()
                .resideInAPackage(House.COMPLIANCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.CONSTRUCTS));
    }

    @Test
    void policiesKnowNothingOfTheRestAndNothingOfAws() {
        check(noClasses()
                .that()
                .resideInAPackage(House.POLICIES)
                .should()
                .dependOnClassesThat(resideInAPackage("io.cordon..")
                        .and(not(resideInAPackage(House.POLICIES)))
                        .as("are elsewhere in io.cordon"))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "software.constructs.."));
    }

    @Test
    void nothingImportsTheFunctionsOwnCode() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.cordon.runtime..", "software.amazon.awssdk.."));
    }

    @Test
    void roomsFormNoCycle() {
        check(slices().matching("io.cordon.(*)..").should().beFreeOfCycles());
    }

    @Test
    void insideARoomPackagesKnowOfTheirParentOnlyTheDataClass() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.cordon.compliance.*..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.cordon.compliance")
                        .and(not(nameMatching("io\\.cordon\\.compliance\\.DataClass(\\$.*)?")))
                        .as("are the gate itself")));
        check(slices().matching("io.cordon.compliance.(*)..").should().beFreeOfCycles());
    }

    @Test
    void stacksAreMadeOfConstructsAndNotOfRawResources() {
        check(noClasses()
                .that()
                .areAssignableTo(Stack.class)
                .and()
                .resideOutsideOfPackage("io.cordon.account..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("software\\.amazon\\.awscdk\\..*\\bCfn\\w+(\\$.*)?"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }
}
