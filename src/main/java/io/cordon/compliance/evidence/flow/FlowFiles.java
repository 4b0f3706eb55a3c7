package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the flow of PHI. */
public final class FlowFiles {
    private @Nullable Facts facts;
    private @Nullable Flow flow;

    private FlowFiles() {}

    /** Returns {@code data-flow.json} and {@code data-flow.svg}; the flow is read for the first and kept for the second. */
    public static List<Exhibit> both() {
        var files = new FlowFiles();
        return List.of(new FlowJson(files::flow), new FlowPicture(files::flow));
    }

    private Flow flow(Facts of) {
        var read = flow;
        if (read == null || !of.equals(facts)) {
            read = FlowReader.read(of);
            facts = of;
            flow = read;
        }
        return read;
    }
}
