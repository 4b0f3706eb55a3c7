package io.cordon.runtime.privacy;

import io.cordon.runtime.provisioning.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks for.
 *
 * @param delivery where calls are written down; nowhere if there is none
 * @param keepsNothing whether data retention is set; otherwise it is left as it is
 */
record Wish(Optional<LogDelivery> delivery, boolean keepsNothing) {
    private static final String RETENTION = "DataRetention";

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("|[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){0,9}");

    /**
     * Reads it from the properties of the resource.
     *
     * @throws Refused listing all that is wrong
     */
    static Wish read(Map<String, Object> properties) {
        List<String> problems = new ArrayList<>();
        Optional<LogDelivery> delivery = delivery(properties.get("InvocationLogging"), problems);
        Object retention = properties.get(RETENTION);
        if (retention != null && !retention.equals(DataRetention.NONE)) {
            problems.add(
                    "DataRetention is not none, the only mode in which nothing is kept; write none, or leave it out"
                            + " and the account's mode stays.");
        }
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        return new Wish(delivery, retention != null);
    }

    /** Whether these properties, right or wrong otherwise, ask that nothing be kept. */
    static boolean keepsNothing(Map<String, Object> properties) {
        return DataRetention.NONE.equals(properties.get(RETENTION));
    }

    private static Optional<LogDelivery> delivery(@Nullable Object logging, List<String> problems) {
        if (!(logging instanceof Map<?, ?> map)) {
            if (!"off".equals(logging)) {
                problems.add("InvocationLogging is neither off nor a bucket; write off, or Bucket and KeyPrefix.");
            }
            return Optional.empty();
        }
        String bucket = text(map, "Bucket");
        String prefix = text(map, "KeyPrefix");
        if (!BUCKET.matcher(bucket).matches()) {
            problems.add("InvocationLogging.Bucket is missing or no name of a bucket; name one of this account and"
                    + " region.");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            problems.add("InvocationLogging.KeyPrefix is no prefix of letters, digits and . _ - / without a slash at"
                    + " either end; correct it, or leave it out.");
        }
        return Optional.of(LogDelivery.ofText(bucket, prefix));
    }

    private static String text(Map<?, ?> map, String field) {
        return map.get(field) instanceof String text ? text : "";
    }
}
