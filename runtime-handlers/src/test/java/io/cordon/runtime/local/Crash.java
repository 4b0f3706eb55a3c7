package io.cordon.runtime.local;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Kills the function that runs on this thread at one of its AWS calls, as Lambda does when time or memory ends: no code of
 * ours catches an error of this kind. The SDK finds it by its own list of global interceptors.
 */
public final class Crash implements ExecutionInterceptor {
    private static final ThreadLocal<Plan> PLAN = new ThreadLocal<>();

    /** When, in a call. */
    public enum Moment {
        /** Before anything was sent. */
        BEFORE,
        /** After AWS did it. */
        AFTER
    }

    /** What happens here. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Plan {
        private final int call;
        private final Moment moment;
        private final boolean dies;
        private int calls;

        private Plan(int call, Moment moment, boolean dies) {
            this.dies = dies;
            this.call = call;
            this.moment = moment;
        }

        private void reach(Moment now) {
            if (calls == call && moment == now) {
                if (dies) {
                    throw new Killed();
                }
                throw SdkClientException.create("refused");
            }
        }
    }

    /** How many calls the work makes. */
    public static int callsOf(Runnable work) {
        return run(new Plan(-1, Moment.BEFORE, true), work);
    }

    /** Does the work until this call of it, counted from 1; false if it ended before. */
    public static boolean at(int call, Moment moment, Runnable work) {
        try {
            run(new Plan(call, moment, true), work);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** Does the work while AWS does not do this call of it, counted from 1. */
    public static void refusing(int call, Runnable work) {
        run(new Plan(call, Moment.BEFORE, false), work);
    }

    private static int run(Plan plan, Runnable work) {
        PLAN.set(plan);
        try {
            work.run();
            return plan.calls;
        } finally {
            PLAN.remove();
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Plan plan = PLAN.get();
        if (plan != null && Recorder.RUNNING.get() != null) {
            plan.calls++;
            plan.reach(Moment.BEFORE);
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Plan plan = PLAN.get();
        if (plan != null && Recorder.RUNNING.get() != null) {
            plan.reach(Moment.AFTER);
        }
    }
}
