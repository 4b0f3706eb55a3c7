package io.cordon.compliance;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.evidence.AdviceRow;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPack;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.IConstruct;

/** What advises and does not decide: the findings of two packs, and models near their end. Never on the console. */
final class Advice {
    private Advice() {}

    static List<AdviceRow> of(IConstruct app, Assembly assembly) {
        return Stream.concat(
                        Stream.of(new AwsSolutionsChecks(), new ServerlessChecks())
                                .flatMap(pack -> rows(pack, app)),
                        ModelAdvice.rows(assembly))
                .sorted(Comparator.comparing(AdviceRow::ruleId).thenComparing(AdviceRow::resourceId))
                .toList();
    }

    private static Stream<AdviceRow> rows(NagPack pack, IConstruct app) {
        return Report.of(pack.getName(), pack, app).stream()
                .map(finding -> new AdviceRow(finding.qualifiedId(), finding.path(), finding.level(), finding.info()));
    }
}
