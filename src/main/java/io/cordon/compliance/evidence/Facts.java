package io.cordon.compliance.evidence;

import io.cordon.compliance.assembly.Assembly;
import java.util.List;
import java.util.Map;

/**
 * Everything that the files of one synth's evidence are drawn from; equal facts give equal bytes.
 *
 * @param app what was synthesized, with the day it was judged for
 * @param passes whether the gate lets it pass
 * @param controls every rule against every resource
 * @param observations what the rules and the judge of exceptions hold against it, excused or not
 * @param exceptions every exception
 * @param advice what packs that do not decide said
 * @param unfinished packs that did not get through the app, and why
 * @param sources where its constructs were made
 * @param provenance what made the evidence, and from what
 */
public record Facts(
        Assembly app,
        boolean passes,
        List<ControlRow> controls,
        List<Observation> observations,
        List<ExceptionRow> exceptions,
        List<AdviceRow> advice,
        Map<String, String> unfinished,
        Sources sources,
        Provenance provenance) {

    /** Returns how many rows have that verdict. */
    public long count(Compliance compliance) {
        return controls.stream().filter(row -> row.compliance() == compliance).count();
    }
}
