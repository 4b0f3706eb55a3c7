package io.cordon.runtime.privacy;

import io.cordon.runtime.platform.RequestLog;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.provisioning.Change;
import io.cordon.runtime.provisioning.Provisioner;
import io.cordon.runtime.provisioning.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets what Bedrock keeps of prompts and answers, and looks whether it is so. Both settings are one for the account and
 * region, so a second resource of this kind there would undo the first.
 */
record ModelPrivacy(InvocationLogging logging, DataRetention retention, Clock clock, Pause pause)
        implements Provisioner {
    /** A role and a policy that were just made are not seen everywhere at once, nor is a setting. */
    private static final int TRIES = 4;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    /** What one try takes if every call of it takes the longest that it may. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(80);

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time);
    }

    @Override
    public void provision(Change change) {
        Wish wish = Wish.read(change.properties());
        Optional<Refused> refusal = attempt(wish);
        for (int tries = 1; refusal.isPresent() && tries < TRIES && isTimeBefore(change); tries++) {
            pause.take(BETWEEN_TRIES);
            refusal = attempt(wish);
        }
        refusal.ifPresent(e -> {
            throw e;
        });
    }

    /** Leaves the safe values. It is refused only if prompts are known to be logged still: nobody would look for them. */
    @Override
    public void remove(Change change) {
        Optional<RuntimeException> stopping = failure(logging::stop);
        Optional<RuntimeException> keeping =
                Wish.keepsNothing(change.properties()) ? failure(retention::keepNothing) : Optional.empty();
        if (stopping.isPresent() && isKnownToLog()) {
            throw new Refused("Prompts and answers are still logged in this account and region ("
                    + said(stopping.get())
                    + "); delete the model invocation logging configuration, then delete this again.");
        }
        List<String> open = new ArrayList<>();
        stopping.ifPresent(e -> open.add(said(e)));
        keeping.ifPresent(e -> open.add(said(e)));
        if (!open.isEmpty()) {
            throw new Unavailable("Not every setting was made safe: " + String.join(" ", open));
        }
    }

    private Optional<Refused> attempt(Wish wish) {
        try {
            wish.delivery().ifPresentOrElse(logging::deliver, logging::stop);
            if (wish.keepsNothing()) {
                retention.keepNothing();
            }
            List<String> problems = problems(wish);
            return problems.isEmpty() ? Optional.empty() : Optional.of(new Refused(String.join(" ", problems)));
        } catch (Refused e) {
            return Optional.of(e);
        }
    }

    private List<String> problems(Wish wish) {
        List<String> problems = new ArrayList<>();
        if (!logging.current().equals(wish.delivery())) {
            problems.add("Bedrock does not say of its invocation logging what was just set; look who else sets it in"
                    + " this account and region, then deploy again.");
        }
        if (wish.keepsNothing() && !retention.mode().equals(DataRetention.NONE)) {
            problems.add("Bedrock does not say that its data retention is none, which was just set; look who else sets"
                    + " it in this account and region, then deploy again.");
        }
        return problems;
    }

    private boolean isTimeBefore(Change change) {
        return clock.instant().plus(BETWEEN_TRIES).plus(LONGEST_TRY).isBefore(change.until());
    }

    private boolean isKnownToLog() {
        try {
            return logging.current().isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Optional<RuntimeException> failure(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static String said(RuntimeException e) {
        return e instanceof RequestLog.Harmless
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
