package io.cordon.runtime.process;

import io.cordon.runtime.costs.Bill;
import io.cordon.runtime.jobs.FailureCause;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import io.cordon.runtime.reading.Reading;
import java.util.Optional;

/** How a document ended. */
sealed interface Outcome {
    /** Of the call that led to it, if there was one whose reply is known. */
    Optional<Bill> bill();

    /** What it is in the log. */
    Ending ending();

    /** What counts it. */
    Metric metric();

    /** What it is among those that the metric counts. */
    Part part();

    /** A model read it. */
    record Answered(Reading.Answered reading, Optional<Bill> bill) implements Outcome {
        @Override
        public Ending ending() {
            return Ending.ANSWERED;
        }

        @Override
        public Metric metric() {
            return Metric.DOCUMENTS_PROCESSED;
        }

        @Override
        public Part part() {
            return Part.kind(reading.kind());
        }
    }

    /** A guardrail or the model would not read it. */
    record Declined(Reading.Declined reading, Optional<Bill> bill) implements Outcome {
        @Override
        public Ending ending() {
            return Ending.DECLINED;
        }

        @Override
        public Metric metric() {
            return Metric.DOCUMENTS_DECLINED;
        }

        @Override
        public Part part() {
            return Part.cause(reading.reason());
        }
    }

    /** It came to nothing. */
    record Failed(FailureCause cause, Optional<Bill> bill) implements Outcome {
        @Override
        public Ending ending() {
            return Ending.FAILED;
        }

        @Override
        public Metric metric() {
            return Metric.DOCUMENTS_FAILED;
        }

        @Override
        public Part part() {
            return Part.cause(cause);
        }
    }
}
