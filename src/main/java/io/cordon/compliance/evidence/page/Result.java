package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.Counted;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the gate said, in words.
 *
 * @param passes whether it let the app pass
 * @param findings how many findings stand that no exception covers
 * @param refused how many things are wrong with exceptions
 * @param unfinished the packs that did not get through the app, and why
 * @param resources how many resources there were to look at
 * @param notEvaluated how many rows have no verdict
 */
record Result(
        boolean passes,
        long findings,
        long refused,
        Map<String, String> unfinished,
        long resources,
        long notEvaluated) {

    static Result of(Facts facts) {
        return new Result(
                facts.passes(),
                standing(facts).filter(it -> !isFatal(it)).count(),
                standing(facts).filter(Result::isFatal).count(),
                facts.unfinished(),
                facts.app().resources().count(),
                facts.count(Compliance.NOT_EVALUATED));
    }

    private static Stream<Observation> standing(Facts facts) {
        return facts.observations().stream().filter(it -> !it.excused() && !isUnfinished(it));
    }

    /** What no exception can excuse are faults of exceptions. */
    private static boolean isFatal(Observation observation) {
        return observation.level().equals("fatal");
    }

    /** Whether it only says that a pack did not finish, which the facts say too. */
    static boolean isUnfinished(Observation observation) {
        return observation.ruleId().endsWith("::Unfinished");
    }

    String word() {
        return passes ? "PASS" : "FAIL";
    }

    /** Returns one sentence for each reason. */
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (findings > 0) {
            sentences.add(Counted.of(findings, "finding") + (findings == 1 ? " stands" : " stand")
                    + " that no exception covers.");
        }
        if (refused > 0) {
            sentences.add(Counted.of(refused, "exception") + (refused == 1 ? " is" : " are") + " refused.");
        }
        if (!unfinished.isEmpty()) {
            sentences.add(Counted.of(unfinished.size(), "pack") + " did not finish: "
                    + String.join(", ", unfinished.keySet()) + ".");
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    passes
                            ? "No finding stands unexcused, no exception is refused, and every pack finished."
                            : "The gate does not let it pass, and these facts do not say why.");
        }
        if (resources == 0) {
            sentences.add("The app has no resource: there was nothing to look at.");
        }
        if (notEvaluated > 0) {
            sentences.add(Counted.of(notEvaluated, "row") + (notEvaluated == 1 ? " was" : " were")
                    + " not evaluated; the result says nothing of them.");
        }
        return List.copyOf(sentences);
    }
}
