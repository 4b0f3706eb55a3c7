package io.cordon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cordon.compliance.Acknowledge;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How classes are named and called. */
class NamesTest {
    private static final String PROPS = "Props";

    @Test
    void aClassIsNamedForWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Base)")
                .check(House.CLASSES);
    }

    @Test
    void propsLieBesideTheirConstruct() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameEndingWith(PROPS)
                .should(lieBesideTheirConstruct())
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    /**
     * Two of a kind in a row are exchanged sooner or later, and the compiler says nothing. {@code Acknowledge} says it
     * itself: a reason in the place of a rule is no rule's id, and is refused.
     */
    @Test
    void noCallTakesTwoStringsInARow() {
        assertThat(House.CLASSES.stream()
                        .flatMap(NamesTest::calls)
                        .filter(call -> !(call.getOwner().isEquivalentTo(Acknowledge.class)
                                && Set.of("hipaa", "finding").contains(call.getName())))
                        .filter(call -> hasTwoStringsInARow(call.getRawParameterTypes()))
                        .map(JavaCodeUnit::getFullName)
                        .sorted())
                .isEmpty();
    }

    @Test
    void onlyTheAppWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage(House.APP)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(House.CLASSES);
    }

    /** A record's constructor is written by the compiler; what a record means by each part, its Javadoc says. */
    private static Stream<? extends JavaCodeUnit> calls(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(call -> call.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(call -> !call.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(call -> !(type.isRecord() && call.isConstructor()));
    }

    private static boolean hasTwoStringsInARow(List<JavaClass> parameters) {
        return IntStream.range(1, parameters.size())
                .anyMatch(i -> parameters.get(i - 1).isEquivalentTo(String.class)
                        && parameters.get(i).isEquivalentTo(String.class));
    }

    private static ArchCondition<JavaClass> lieBesideTheirConstruct() {
        return new ArchCondition<>("lie beside the class that takes them") {
            @Override
            public void check(JavaClass props, ConditionEvents events) {
                var name = props.getName().substring(0, props.getName().length() - PROPS.length());
                if (!House.CLASSES.contain(name)) {
                    events.add(SimpleConditionEvent.violated(props, props.getName() + " has no " + name));
                }
            }
        };
    }
}
