package io.cordon.compliance;

import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.ExceptionRow;
import io.cordon.compliance.evidence.Facts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What one synth came to.
 *
 * @param facts what the evidence is drawn from
 * @param uncovered findings that no exception covers, those that a rule could not read included
 * @param ungoverned exceptions that something is wrong with
 * @param evidence where the evidence lies
 */
public record GateOutcome(Facts facts, long uncovered, int ungoverned, Path evidence) {

    /** The standing of an exception that is in order. */
    static final String GOVERNED = "governed";

    /** Returns the day it was judged for. */
    public LocalDate asOf() {
        return facts.app().asOf();
    }

    /** Returns what was synthesized. */
    public List<StackTemplate> stacks() {
        return facts.app().stacks();
    }

    /** Returns every rule against every resource. */
    public List<ControlRow> controls() {
        return facts.controls();
    }

    /** Returns every exception. */
    public List<ExceptionRow> exceptions() {
        return facts.exceptions();
    }

    /** Returns how many exceptions excuse a finding of this gate and are in order. */
    public long governed() {
        return exceptions().stream()
                .filter(row -> row.standing().equals(GOVERNED))
                .count();
    }

    /** Returns whether no finding stands that no exception covers, and no exception is refused. */
    public boolean passes() {
        return facts.passes();
    }

    /** Returns how many rows have that verdict. */
    public long count(Compliance compliance) {
        return facts.count(compliance);
    }
}
