package io.cordon.compliance;

import io.cordon.compliance.evidence.AdviceRow;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.CsvExhibit;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.citations.CitationsJson;
import io.cordon.compliance.evidence.citations.CitationsPage;
import io.cordon.compliance.evidence.flow.FlowFiles;
import io.cordon.compliance.evidence.inventory.Inventory;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import io.cordon.compliance.evidence.page.PageExhibit;
import io.cordon.compliance.evidence.report.JunitExhibit;
import io.cordon.compliance.evidence.report.SarifExhibit;
import java.util.List;
import java.util.stream.Stream;

/** The files that every synth leaves, in the order in which they are written. */
final class Exhibits {
    private Exhibits() {}

    /** Returns all but the manifest, which is written when they are; for one pack, since two may share what they read. */
    static List<Exhibit> all() {
        var details = Stream.of(tables(), FlowFiles.both(), reports())
                .flatMap(List::stream)
                .toList();
        var names = Stream.concat(details.stream().map(Exhibit::file), Stream.of(ManifestFile.NAME));
        return Stream.concat(details.stream(), Stream.of(new PageExhibit(names.toList())))
                .toList();
    }

    private static List<Exhibit> tables() {
        return List.of(
                new CsvExhibit<>("controls.csv", ControlRow.class, Facts::controls),
                new CsvExhibit<>("exceptions.csv", ExceptionRow.class, Facts::exceptions),
                new CsvExhibit<>("advice.csv", AdviceRow.class, Facts::advice),
                new Inventory());
    }

    private static List<Exhibit> reports() {
        return List.of(new CitationsPage(), new CitationsJson(), new SarifExhibit(), new JunitExhibit());
    }
}
