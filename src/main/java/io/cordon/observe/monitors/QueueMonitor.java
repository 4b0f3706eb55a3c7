package io.cordon.observe.monitors;

import io.cordon.policies.ThresholdPolicy;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.sqs.IQueue;

/** A queue of work: what waits, and for how long. */
public final class QueueMonitor implements Monitor {
    private final String title;
    private final KnownMetrics metrics;
    private final Signal age;

    /** Watches {@code queue} under the name of its place in the app. */
    public QueueMonitor(IQueue queue) {
        this(Labels.of(queue), queue);
    }

    /** Watches {@code queue} as {@code title}. */
    public QueueMonitor(String title, IQueue queue) {
        this.title = title;
        this.metrics = KnownMetrics.of("AWS/SQS", Map.of("QueueName", queue.getQueueName()));
        this.age = age();
    }

    @Override
    public String kind() {
        return "Queues";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Graph> graphs() {
        return List.of(
                new Graph(
                        Page.OPERATIONS,
                        "waiting",
                        "messages",
                        List.of(
                                metrics.metric("ApproximateNumberOfMessagesVisible"),
                                metrics.metric("ApproximateNumberOfMessagesNotVisible"))),
                new Graph(Page.OPERATIONS, "oldest message", "seconds", List.of(age.metric()), List.of(age)));
    }

    @Override
    public List<Signal> signals() {
        return List.of(age);
    }

    private Signal age() {
        return Signal.of(it -> it.name(Labels.slug(title) + "-age")
                .metric(metrics.metric("ApproximateAgeOfOldestMessage"))
                .atLeast(ThresholdPolicy.current().queueAgeSeconds().value())
                .severity(Severity.PERFORMANCE)
                .unit("seconds")
                .means("Work waits in the queue " + title + " and nobody takes it.")
                .mend("See whether its function runs, fails or is throttled."));
    }
}
