package io.cordon.data;

/** How often AWS Backup restores a backup of each table, only to see that it can. */
public enum RestoreTests {
    /** Each Sunday at 05:00 UTC. */
    WEEKLY("cron(0 5 ? * 1 *)"),
    /** On the first of each month at 05:00 UTC. */
    MONTHLY("cron(0 5 1 * ? *)"),
    /** Never: you test restores by other means, and can show the records (45 CFR 164.308(a)(7)(ii)(D)). */
    NONE("");

    private final String schedule;

    RestoreTests(String schedule) {
        this.schedule = schedule;
    }

    String schedule() {
        return schedule;
    }
}
