package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long a bucket keeps an object, as its lifecycle rules and its lock say. */
final class BucketLifetime {
    private static final List<String> FILTERS =
            List.of("Prefix", "TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan");

    private final JsonNode bucket;

    BucketLifetime(JsonNode bucket) {
        this.bucket = bucket;
    }

    String words() {
        var rules = Stated.at(bucket, "/LifecycleConfiguration/Rules");
        if (rules.open()) {
            return Stated.OPEN;
        }
        var enabled = PolicyText.many(rules.value())
                .filter(rule -> !rule.path("Status").asText().equals("Disabled"))
                .toList();
        var parts = new ArrayList<String>();
        parts.add(
                lifetime(enabled.stream().filter(rule -> filter(rule).isEmpty()).toList()));
        enabled.stream()
                .filter(rule -> !filter(rule).isEmpty())
                .map(rule -> filter(rule) + ": " + lifetime(List.of(rule)))
                .filter(words -> !words.endsWith(": until deleted"))
                .forEach(parts::add);
        lock().forEach(parts::add);
        return String.join("; ", parts);
    }

    private String lifetime(List<JsonNode> rules) {
        var current = shortest(rules, "/ExpirationInDays");
        var past = Stream.of(
                        shortest(rules, "/NoncurrentVersionExpiration/NoncurrentDays"),
                        shortest(rules, "/NoncurrentVersionExpirationInDays"))
                .filter(days -> days >= 0)
                .findFirst()
                .orElse(-1);
        if (rules.stream().anyMatch(BucketLifetime::isOpen)) {
            return Stated.OPEN;
        }
        if (current < 0) {
            return past < 0 ? "until deleted" : "until deleted; a past version " + days(past);
        }
        // S3 rounds each expiry up to the next midnight UTC, so each rule can add just under a day.
        if (!versioned()) {
            return "just under " + days(current + 1) + " (expires after " + days(current) + ")";
        }
        return past < 0
                ? "current for " + days(current) + ", past versions until deleted"
                : "just under " + days(current + past + 2) + " (expires after " + days(current) + ", past versions "
                        + days(past) + " later)";
    }

    private boolean versioned() {
        var status = Stated.at(bucket, "/VersioningConfiguration/Status");
        return status.open() || !status.isAbsent() || bucket.has("ObjectLockEnabled");
    }

    private Stream<String> lock() {
        var rule = bucket.at("/ObjectLockConfiguration/Rule/DefaultRetention");
        return Stream.of("Days", "Years")
                .filter(unit -> rule.path(unit).isValueNode())
                .map(unit -> "locked (" + rule.path("Mode").asText() + ") for "
                        + rule.path(unit).asText() + " " + unit.toLowerCase(Locale.ROOT));
    }

    private static boolean isOpen(JsonNode rule) {
        return rule.path("ExpirationInDays").isObject()
                || rule.at("/NoncurrentVersionExpiration/NoncurrentDays").isObject();
    }

    private static int shortest(List<JsonNode> rules, String pointer) {
        return rules.stream()
                .map(rule -> rule.at(pointer))
                .filter(JsonNode::isValueNode)
                .mapToInt(days -> days.asInt(-1))
                .filter(days -> days >= 0)
                .min()
                .orElse(-1);
    }

    /** What a rule is limited to; empty if it is for every object. */
    private static String filter(JsonNode rule) {
        var limits = FILTERS.stream()
                .filter(name -> !rule.path(name).isMissingNode()
                        && !rule.path(name).asText("-").isEmpty())
                .toList();
        if (limits.isEmpty()) {
            return "";
        }
        return limits.equals(List.of("Prefix")) && rule.path("Prefix").isTextual()
                ? "objects under " + rule.path("Prefix").asText()
                : "objects that a filter names";
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
