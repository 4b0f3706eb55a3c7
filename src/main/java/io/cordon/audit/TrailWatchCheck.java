package io.cordon.audit;

import io.cordon.policies.LimitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;

/** Finds all that is wrong in the properties of a {@link TrailWatch}, each as one sentence. */
final class TrailWatchCheck {
    static final int LONGEST_NAMESPACE = 255;

    private static final Pattern ARN = Pattern.compile(
            "arn:[a-z-]+:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?");
    private static final Pattern NAMESPACE = Pattern.compile("(?!AWS/)[A-Za-z0-9._/#-][A-Za-z0-9._/#: -]{0,254}");

    private TrailWatchCheck() {}

    static List<String> problems(TrailWatchProps.Builder props) {
        List<String> problems = new ArrayList<>();
        given("trail", props.trail, "give the trail, or its ARN", problems);
        given("bucket", props.bucket, "give the one that the trail delivers to", problems);
        given("key", props.key, "give the one that encrypts what the trail delivers", problems);
        given("functionKey", props.functionKey, "give one for the check's own log and dead letters", problems);
        if (props.trail instanceof WatchedTrail.Named named) {
            fits(
                    "trailArn",
                    named.arn().value(),
                    ARN,
                    "arn:<partition>:cloudtrail:<region>:<account>:trail/<name>",
                    problems);
        }
        fits(
                "keyPrefix",
                props.keyPrefix,
                PREFIX,
                "letters, digits, . _ - and / between them, none at the end",
                problems);
        if (props.metricsNamespace != null) {
            fits(
                    "metricsNamespace",
                    props.metricsNamespace,
                    NAMESPACE,
                    "at most 255 letters, digits, spaces and . _ - / # :, not beginning with AWS/ or :",
                    problems);
        }
        concurrency(props.reservedConcurrency, problems);
        return problems;
    }

    private static void concurrency(int executions, List<String> problems) {
        var limits = LimitPolicy.current();
        var most = limits.accountConcurrency().value()
                - limits.unreservedConcurrency().value();
        if (executions < 1 || executions > most) {
            problems.add("reservedConcurrency: " + executions + "; from 1 to " + most + "; one is enough");
        }
    }

    private static void given(String property, @Nullable Object value, String mend, List<String> problems) {
        if (value == null) {
            problems.add(property + ": missing; required; " + mend);
        }
    }

    private static void fits(String property, String value, Pattern form, String limit, List<String> problems) {
        if (!Token.isUnresolved(value) && !form.matcher(value).matches()) {
            problems.add(property + ": " + value + "; " + limit + "; correct it");
        }
    }
}
