package io.cordon.runtime.local;

import io.cordon.runtime.local.Versions.Version;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One page of {@code ListObjectVersions}: keys in their order, the newest version of each first. */
final class VersionListing {
    private final StringBuilder entries = new StringBuilder();
    private final String bucket;
    private final Map<String, String> query;
    private final int most;
    private int listed;
    private boolean truncated;
    private String lastKey = "";
    private String lastVersion = "";

    private VersionListing(String bucket, Map<String, String> query) {
        this.bucket = bucket;
        this.query = query;
        this.most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
    }

    static String of(String bucket, Versions versions, Map<String, String> query) {
        VersionListing page = new VersionListing(bucket, query);
        String prefix = query.getOrDefault("prefix", "");
        versions.all().tailMap(page.after(), true).forEach((key, all) -> {
            if (key.startsWith(prefix)) {
                page.key(key, all);
            }
        });
        return page.xml();
    }

    private String after() {
        return query.getOrDefault("key-marker", "");
    }

    private void key(String key, List<Version> all) {
        boolean begun = key.equals(after()) && !after().isEmpty();
        if (begun && !query.containsKey("version-id-marker")) {
            return;
        }
        boolean skip = begun;
        for (int i = 0; i < all.size(); i++) {
            if (!skip) {
                entry(key, all.get(i), i == 0);
            }
            skip = skip && !all.get(i).id().equals(query.get("version-id-marker"));
        }
    }

    private void entry(String key, Version version, boolean latest) {
        truncated = truncated || listed == most;
        if (truncated) {
            return;
        }
        listed++;
        lastKey = key;
        lastVersion = version.id();
        String kind = version.marker() ? "DeleteMarker" : "Version";
        entries.append("<").append(kind).append(">");
        add("Key", name(key));
        add("VersionId", version.id());
        add("IsLatest", Boolean.toString(latest));
        add("LastModified", version.at().truncatedTo(ChronoUnit.MILLIS).toString());
        if (!version.marker()) {
            add("ETag", version.tag().replace("\"", "&quot;"));
            add("Size", Long.toString(version.length()));
            add("StorageClass", "STANDARD");
        }
        entries.append("</").append(kind).append(">");
    }

    private String xml() {
        add("Name", bucket);
        add("Prefix", name(query.getOrDefault("prefix", "")));
        add("MaxKeys", Integer.toString(most));
        add("IsTruncated", Boolean.toString(truncated));
        if (truncated) {
            add("NextKeyMarker", name(lastKey));
            add("NextVersionIdMarker", lastVersion);
        }
        if (encoded()) {
            add("EncodingType", "url");
        }
        return "<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + entries
                + "</ListVersionsResult>";
    }

    private void add(String element, String value) {
        entries.append("<")
                .append(element)
                .append(">")
                .append(value)
                .append("</")
                .append(element)
                .append(">");
    }

    private boolean encoded() {
        return "url".equals(query.get("encoding-type"));
    }

    private String name(String key) {
        return encoded()
                ? URLEncoder.encode(key, StandardCharsets.UTF_8)
                : key.replace("&", "&amp;").replace("<", "&lt;");
    }
}
