package io.cordon.compliance;

import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.CsvExhibit;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.citations.CitationsJson;
import io.cordon.compliance.evidence.citations.CitationsPage;
import io.cordon.compliance.evidence.page.PageExhibit;
import java.util.ArrayList;
import java.util.List;

/** The files that every synth leaves, in the order in which they are written. */
final class Exhibits {
    private Exhibits() {}

    static List<Exhibit> all() {
        var files = new ArrayList<Exhibit>();
        files.add(new CsvExhibit<>("controls.csv", ControlRow.class, Facts::controls));
        files.add(new CsvExhibit<>("exceptions.csv", ExceptionRow.class, Facts::exceptions));
        files.add(new CsvExhibit<>("advice.csv", AdviceRow.class, Facts::advice));
        files.add(new CitationsPage());
        files.add(new CitationsJson());
        files.add(new PageExhibit(files.stream().map(Exhibit::file).toList()));
        return List.copyOf(files);
    }
}
