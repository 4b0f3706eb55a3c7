package io.cordon.runtime.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the digests of one trail lie: its home region's, since each region signs with keys of its own.
 *
 * @param chain the hourly ones, oldest first
 * @param backfills later ones, each for log files that came too late for their hour
 */
record DigestKeys(List<String> chain, List<String> backfills) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Those that end between the two times. */
    static DigestKeys between(Trail trail, TrailFiles files, Instant from, Instant to) {
        String folder = trail.root() + "AWSLogs/" + trail.account() + "/CloudTrail-Digest/" + trail.region() + "/";
        Pattern name = Pattern.compile(Pattern.quote(trail.account() + "_CloudTrail-Digest_" + trail.region() + "_"
                        + trail.name() + "_" + trail.region() + "_")
                + "(\\d{8}T\\d{6}Z)(_backfill)?\\.json\\.gz");
        List<Found> found = days(from, to)
                .flatMap(day -> files.keys(folder + DAY.format(day)).stream())
                .flatMap(key -> Found.of(key, name.matcher(key.substring(key.lastIndexOf('/') + 1))))
                .filter(it -> it.end().compareTo(TIME.format(from)) >= 0)
                .sorted(Comparator.comparing(Found::end))
                .toList();
        return new DigestKeys(keys(found, false), keys(found, true));
    }

    /** When the digest of this key ends. */
    static Instant end(String key) {
        Matcher time =
                Pattern.compile("_(\\d{8}T\\d{6}Z)(_backfill)?\\.json\\.gz$").matcher(key);
        return time.find() ? TIME.parse(time.group(1), Instant::from) : Instant.EPOCH;
    }

    private record Found(String key, String end, boolean backfill) {
        static Stream<Found> of(String key, Matcher name) {
            return name.matches() ? Stream.of(new Found(key, name.group(1), name.group(2) != null)) : Stream.empty();
        }
    }

    private static Stream<Instant> days(Instant from, Instant to) {
        Instant first = from.truncatedTo(ChronoUnit.DAYS);
        return Stream.iterate(first, day -> !day.isAfter(to), day -> day.plus(Duration.ofDays(1)));
    }

    private static List<String> keys(List<Found> found, boolean backfill) {
        return found.stream()
                .filter(it -> it.backfill() == backfill)
                .map(Found::key)
                .toList();
    }
}
