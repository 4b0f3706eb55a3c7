package io.cordon.runtime.process;

import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.jobs.Documents.Trace;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.jobs.JobId;
import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.RequestLog;
import io.cordon.runtime.platform.Unavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings one arrived document to its outcome. At whatever step an invocation dies, the next one with the same event goes
 * on from what is written: the outcome is written before its call is settled, both before the claim is given back, and
 * the document goes last.
 *
 * @param tries how often a job is begun before trouble becomes its outcome
 */
record Process(Claims claims, JobFiles files, Examination examination, long tries) {
    Ending take(Arrival arrival, Shift shift, RequestLog log) {
        Claim claim = claims.claim(arrival.job(), shift);
        claim.job().map(Job::correlationId).ifPresent(log::job);
        return switch (claim.standing()) {
            case TAKEN -> throw new Busy();
            case GONE -> over(arrival, claim);
            case OURS -> {
                Ending ending = concluded(arrival, claim, shift, log);
                yield claims.finish(arrival.job(), shift) ? deleted(arrival, ending) : dropped(arrival);
            }
        };
    }

    private Ending concluded(Arrival arrival, Claim claim, Shift shift, RequestLog log) {
        Job job = claim.job().orElseThrow();
        Trace trace = files.outcomes().of(job.id());
        return switch (trace) {
            case RESULT, FAILURE -> settled(job, trace);
            case NOTHING -> Ending.NO_DOCUMENT;
            case DOCUMENT ->
                outcome(arrival, job, claim.tries() >= tries, shift, log)
                        .map(outcome -> kept(arrival, job, outcome, shift))
                        .orElse(Ending.NO_DOCUMENT);
        };
    }

    /** At the last try the trouble itself is the outcome, so that nobody waits for ever. */
    private Optional<Outcome> outcome(Arrival arrival, Job job, boolean last, Shift shift, RequestLog log) {
        int most = Math.toIntExact(job.document().contentLength());
        try {
            return files.inputs().read(arrival, most).map(bytes -> examination.of(bytes, job, shift));
        } catch (RuntimeException e) {
            if (!last) {
                throw e;
            }
            log.failure(e);
            return Optional.of(new Outcome.Failed(causeOf(e), Optional.empty()));
        }
    }

    private static FailureCause causeOf(RuntimeException e) {
        if (e instanceof Unfinished unfinished) {
            return unfinished.failure();
        }
        return e instanceof Unavailable ? FailureCause.UNAVAILABLE : FailureCause.INTERNAL;
    }

    /** Our own call is settled even if another's outcome came first: it was made all the same. */
    private Ending kept(Arrival arrival, Job job, Outcome outcome, Shift shift) {
        boolean first = shelved(job.id(), outcome);
        if (first) {
            counted(arrival, outcome, shift);
        }
        settle(outcome.bill());
        return first ? outcome.ending() : settled(job, files.outcomes().of(job.id()));
    }

    private void counted(Arrival arrival, Outcome outcome, Shift shift) {
        Meter meter = examination.accounts().meter();
        meter.count(outcome.metric(), outcome.part());
        meter.add(
                Metric.DOCUMENT_LATENCY,
                Duration.between(arrival.at(), shift.now()).toMillis());
        if (outcome instanceof Outcome.Failed failed && failed.cause().sparesTheDocument()) {
            meter.count(Metric.DOCUMENTS_GIVEN_UP);
        }
    }

    /** An outcome that cannot be kept is lost, but its call was made: what it cost is known only here. */
    private boolean shelved(JobId id, Outcome outcome) {
        try {
            return files.shelf().keep(id, outcome);
        } catch (RuntimeException e) {
            settle(outcome.bill());
            throw e;
        }
    }

    private void settle(Optional<Bill> bill) {
        bill.ifPresent(examination.accounts()::settle);
    }

    /** What an earlier invocation wrote down before it could settle its call. */
    private Ending settled(Job job, Trace trace) {
        JobId id = job.id();
        Optional<byte[]> json = switch (trace) {
            case RESULT -> files.outcomes().result(id);
            case FAILURE -> files.outcomes().failure(id);
            case NOTHING, DOCUMENT -> Optional.empty();
        };
        settle(json.flatMap(bytes -> OutcomeJson.bill(bytes, job)));
        return Ending.DONE_BEFORE;
    }

    private Ending deleted(Arrival arrival, Ending ending) {
        files.inputs().delete(arrival);
        return ending;
    }

    /** An outcome that nobody wants may be all that says what its call cost. */
    private Ending over(Arrival arrival, Claim claim) {
        claim.job().ifPresent(job -> settled(job, files.outcomes().of(job.id())));
        return dropped(arrival);
    }

    /** Nobody may see the outcome of a job that is over or was cleared, whenever it was written. */
    private Ending dropped(Arrival arrival) {
        files.shelf().discard(arrival.job());
        return deleted(arrival, Ending.NOT_WANTED);
    }
}
