package io.cordon.compliance;

import io.cordon.compliance.evidence.AdviceRow;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPack;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.IConstruct;

/** The packs that advise and do not decide: their findings go into a file, never onto the console. */
final class Advice {
    private Advice() {}

    static List<AdviceRow> of(IConstruct app) {
        return Stream.of(new AwsSolutionsChecks(), new ServerlessChecks())
                .flatMap(pack -> rows(pack, app))
                .sorted(Comparator.comparing(AdviceRow::ruleId).thenComparing(AdviceRow::resourceId))
                .toList();
    }

    private static Stream<AdviceRow> rows(NagPack pack, IConstruct app) {
        return Report.read(pack.getName(), pack.validateScope(app)).stream()
                .map(finding -> new AdviceRow(finding.qualifiedId(), finding.path(), finding.level(), finding.info()));
    }
}
