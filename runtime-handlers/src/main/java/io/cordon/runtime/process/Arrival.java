package io.cordon.runtime.process;

import io.cordon.runtime.jobs.JobId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What S3 says by EventBridge of an object that appeared, as in
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">its guide</a>.
 *
 * @param job whose document it is
 * @param version of the object: what comes under the same key later is another arrival
 * @param at when it appeared, in whole seconds
 */
record Arrival(JobId job, String version, Instant at) {
    private static final String FOLDER = "incoming/";
    private static final Pattern EVENT = Pattern.compile("[A-Za-z0-9-]{1,64}");
    /** Without versioning S3 says {@code null}; deleting by version would then delete whatever is there. */
    private static final Pattern VERSION = Pattern.compile("(?!null$)[A-Za-z0-9._~-]{1,1024}");

    /** The event's id, or nothing if it has none that may be logged. */
    static String correlationId(Map<String, Object> event) {
        return text(event, "id").filter(id -> EVENT.matcher(id).matches()).orElse("");
    }

    /**
     * Reads an event.
     *
     * @throws NotAnArrival if it is anything but the arrival of a document in this bucket
     */
    static Arrival read(Map<String, Object> event, String bucket) {
        Map<?, ?> detail = map(event, "detail");
        Map<?, ?> object = map(detail, "object");
        return Optional.of(object)
                .filter(any -> is(event, "source", "aws.s3") && is(event, "detail-type", "Object Created"))
                .filter(any -> is(map(detail, "bucket"), "name", bucket))
                .flatMap(any -> read(object, text(event, "time")))
                .orElseThrow(NotAnArrival::new);
    }

    private static Optional<Arrival> read(Map<?, ?> object, Optional<String> time) {
        Optional<JobId> job = text(object, "key")
                .filter(key -> key.startsWith(FOLDER))
                .flatMap(key -> JobId.parse(key.substring(FOLDER.length())));
        Optional<String> version =
                text(object, "version-id").filter(id -> VERSION.matcher(id).matches());
        Optional<Instant> at = time.flatMap(Arrival::instant);
        return job.flatMap(id -> version.flatMap(v -> at.map(when -> new Arrival(id, v, when))));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean is(Map<?, ?> of, String name, String value) {
        return value.equals(of.get(name));
    }

    private static Optional<String> text(Map<?, ?> of, String name) {
        return of.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Map<?, ?> map(Map<?, ?> of, String name) {
        @Nullable Object value = of.get(name);
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public String toString() {
        return "Arrival[" + job.value() + "]";
    }
}
