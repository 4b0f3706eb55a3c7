package io.cordon.storage;

import io.cordon.policies.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import software.amazon.awscdk.Token;

/** What is wrong with what a {@link SecureTempBucket} is told. */
final class SecureTempBucketProblems {
    private static final int LONGEST_EXPIRY_DAYS =
            RetentionPolicy.current().longestTemporaryExpiryDays().value();
    private static final Duration LONGEST_SIGNATURE = Duration.ofDays(7);

    private SecureTempBucketProblems() {}

    static List<String> of(SecureTempBucketProps.Builder props) {
        var problems = new ArrayList<String>();
        if (props.accessLogs == null) {
            problems.add("accessLogs: none; HIPAA asks who read the data; pass an AuditBucket's bucket");
        }
        if (!WholeDays.within(props.expiry, 1, LONGEST_EXPIRY_DAYS)) {
            problems.add("expiry: " + WholeDays.print(props.expiry) + "; 1 to " + LONGEST_EXPIRY_DAYS
                    + " whole days; keep longer what is not temporary in a store with a backup");
        }
        if (!isSignatureAge(props.longestSignatureAge)) {
            problems.add("longestSignatureAge: " + WholeDays.print(props.longestSignatureAge)
                    + "; more than zero, at most 7 days; use minutes");
        }
        problems.addAll(prefixes(props));
        problems.addAll(endpoints(props.endpointIds));
        problems.addAll(origins(props));
        return problems;
    }

    private static boolean isSignatureAge(software.amazon.awscdk.Duration age) {
        if (age.isUnresolved()) {
            return false;
        }
        long millis = age.toMilliseconds().longValue();
        return millis > 0 && millis <= LONGEST_SIGNATURE.toMillis();
    }

    private static List<String> prefixes(SecureTempBucketProps.Builder props) {
        var problems = new ArrayList<String>();
        if (props.uploadPrefixes.isEmpty()) {
            problems.add("uploadPrefixes: none; at least one; leave it out for incoming/");
        }
        props.uploadPrefixes.forEach(
                it -> ObjectPrefix.problem("uploadPrefixes", it).ifPresent(problems::add));
        if (props.accessLogsPrefix != null) {
            ObjectPrefix.problem("accessLogsPrefix", props.accessLogsPrefix).ifPresent(problems::add);
        }
        return problems;
    }

    private static List<String> endpoints(List<String> ids) {
        return ids.stream()
                .filter(it -> !Token.isUnresolved(it) && !it.matches("vpce-[0-9a-f]+"))
                .map(it -> "endpointIds: " + it + "; vpce- and hexadecimal digits; copy the endpoint's id")
                .toList();
    }

    private static List<String> origins(SecureTempBucketProps.Builder props) {
        var problems = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var origin : props.allowedOrigins) {
            WebOrigin.problem(origin, props.localhostOrigins).ifPresent(problems::add);
            if (!seen.add(origin)) {
                problems.add("allowedOrigins: " + origin + "; stated twice; once is enough");
            }
        }
        return problems;
    }
}
