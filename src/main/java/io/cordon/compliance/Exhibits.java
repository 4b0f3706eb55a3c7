package io.cordon.compliance;

import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.CsvExhibit;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.citations.CitationsJson;
import io.cordon.compliance.evidence.citations.CitationsPage;
import io.cordon.compliance.evidence.flow.FlowJson;
import io.cordon.compliance.evidence.flow.FlowPicture;
import io.cordon.compliance.evidence.inventory.Inventory;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import io.cordon.compliance.evidence.page.PageExhibit;
import io.cordon.compliance.evidence.report.JunitExhibit;
import io.cordon.compliance.evidence.report.SarifExhibit;
import java.util.List;
import java.util.stream.Stream;

/** The files that every synth leaves, in the order in which they are written. */
final class Exhibits {
    private static final List<Exhibit> DETAILS = List.of(
            new CsvExhibit<>("controls.csv", ControlRow.class, Facts::controls),
            new CsvExhibit<>("exceptions.csv", ExceptionRow.class, Facts::exceptions),
            new CsvExhibit<>("advice.csv", AdviceRow.class, Facts::advice),
            new Inventory(),
            new FlowJson(),
            new FlowPicture(),
            new CitationsPage(),
            new CitationsJson(),
            new SarifExhibit(),
            new JunitExhibit());

    private Exhibits() {}

    /** Returns all but the manifest, which is written when they are. */
    static List<Exhibit> all() {
        var names = Stream.concat(DETAILS.stream().map(Exhibit::file), Stream.of(ManifestFile.NAME));
        return Stream.concat(DETAILS.stream(), Stream.of(new PageExhibit(names.toList())))
                .toList();
    }
}
