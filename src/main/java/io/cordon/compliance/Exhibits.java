package io.cordon.compliance;

import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.CsvExhibit;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.report.JunitExhibit;
import io.cordon.compliance.evidence.report.SarifExhibit;
import java.util.List;

/** The files that every synth leaves, in the order in which they are written. */
final class Exhibits {
    private Exhibits() {}

    static List<Exhibit> all() {
        return List.of(
                new CsvExhibit<>("controls.csv", ControlRow.class, Facts::controls),
                new CsvExhibit<>("exceptions.csv", ExceptionRow.class, Facts::exceptions),
                new CsvExhibit<>("advice.csv", AdviceRow.class, Facts::advice),
                new SarifExhibit(),
                new JunitExhibit());
    }
}
