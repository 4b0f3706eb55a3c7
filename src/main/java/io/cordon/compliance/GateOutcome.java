package io.cordon.compliance;

import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.ExceptionRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What one synth came to.
 *
 * @param asOf the day it was judged for
 * @param stacks what was synthesized
 * @param controls every rule against every resource
 * @param exceptions every exception
 * @param uncovered findings that no exception covers, those that a rule could not read included
 * @param ungoverned exceptions that something is wrong with
 * @param evidence where the evidence lies
 */
public record GateOutcome(
        LocalDate asOf,
        List<StackTemplate> stacks,
        List<ControlRow> controls,
        List<ExceptionRow> exceptions,
        long uncovered,
        int ungoverned,
        Path evidence) {

    /** The standing of an exception that is in order. */
    static final String GOVERNED = "governed";

    /** Returns how many exceptions excuse a finding of this gate and are in order. */
    public long governed() {
        return exceptions.stream()
                .filter(row -> row.standing().equals(GOVERNED))
                .count();
    }

    /** Returns whether no finding stands that no exception covers, and no exception is refused. */
    public boolean passes() {
        return uncovered == 0 && ungoverned == 0;
    }

    /** Returns how many rows have that verdict. */
    public long count(Compliance compliance) {
        return controls.stream().filter(row -> row.compliance() == compliance).count();
    }
}
