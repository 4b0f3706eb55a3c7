package io.cordon.runtime.process;

import io.cordon.runtime.costs.Accounts;
import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.costs.Booking;
import io.cordon.runtime.costs.Usage;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.jobs.Job;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.reading.Checked;
import io.cordon.runtime.reading.Content;
import io.cordon.runtime.reading.ContentCheck;
import io.cordon.runtime.reading.Kind;
import io.cordon.runtime.reading.Reader;
import io.cordon.runtime.reading.Reading;
import io.cordon.runtime.reading.Unfit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Has a document read; each call of a model is booked before it is made. */
record Examination(ContentCheck check, Reader reader, Accounts accounts) {
    /**
     * What comes of a job's document.
     *
     * @throws Unfinished if nothing came of it yet
     */
    Outcome of(byte[] bytes, Job job, Shift shift) {
        boolean larger = bytes.length > job.document().contentLength();
        Checked checked = larger ? Unfit.TOO_LARGE : check.check(job.document(), bytes);
        return checked instanceof Content content
                ? read(content, job.owner(), shift)
                : new Outcome.Failed(cause((Unfit) checked), Optional.empty());
    }

    private Outcome read(Content content, String owner, Shift shift) {
        Booking booking = accounts.open(owner);
        Instant began = shift.now();
        Reading reading = reader.read(content, shift.left());
        return outcome(reading, booking, Duration.between(began, shift.now()).toMillis());
    }

    private Outcome outcome(Reading reading, Booking booking, long took) {
        if (reading instanceof Reading.Answered answered) {
            return new Outcome.Answered(answered, Optional.of(booking.bill(answered.usage(), answered.kind(), took)));
        }
        if (reading instanceof Reading.Declined declined) {
            return new Outcome.Declined(declined, Optional.of(booking.bill(declined.usage(), Kind.UNKNOWN, took)));
        }
        if (reading instanceof Reading.Unusable unusable) {
            FailureCause cause = switch (unusable.fault()) {
                case CUT -> FailureCause.ANSWER_CUT;
                case MALFORMED -> FailureCause.ANSWER_MALFORMED;
            };
            return new Outcome.Failed(cause, Optional.of(booking.bill(unusable.usage(), Kind.UNKNOWN, took)));
        }
        Bill nothing = booking.bill(Usage.NONE, Kind.UNKNOWN, took);
        if (reading instanceof Reading.Unreadable unreadable) {
            return new Outcome.Failed(cause(unreadable.why()), Optional.of(nothing));
        }
        throw unfinished(reading, nothing);
    }

    private static FailureCause cause(Unfit unfit) {
        return FailureCause.valueOf(unfit.name());
    }

    /** A booking that stays open is a smaller loss than the reason why nothing was read. */
    private void settle(Bill nothing) {
        try {
            accounts.settle(nothing);
        } catch (Unavailable e) {
            accounts.meter().count(Metric.CALLS_UNSETTLED);
        }
    }

    /** What was not read cost nothing; whether a call without an answer cost something, nobody knows. */
    private Unfinished unfinished(Reading reading, Bill nothing) {
        if (reading instanceof Reading.TurnedAway away) {
            accounts.meter().count(Metric.MODEL_TURNED_AWAY);
            settle(nothing);
            return new Unfinished(FailureCause.MODEL_UNAVAILABLE, away.reason());
        }
        accounts.meter().count(Metric.CALLS_UNSETTLED);
        return new Unfinished(FailureCause.MODEL_UNAVAILABLE, ((Reading.Unanswered) reading).reason());
    }
}
