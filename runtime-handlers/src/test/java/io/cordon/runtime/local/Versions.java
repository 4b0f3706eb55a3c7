package io.cordon.runtime.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The versions of the objects of one bucket, newest first; whoever changes those of a key holds its lock. */
final class Versions {
    private final ConcurrentNavigableMap<String, List<Version>> keys = new ConcurrentSkipListMap<>();

    /** One version, or a delete marker; what is no longer the current version is kept here, and not by the server. */
    record Version(
            String id,
            boolean marker,
            Instant at,
            String tag,
            long length,
            Optional<ResponseBytes<GetObjectResponse>> kept) {
        static Version object(String tag, long length) {
            return new Version(random(), false, Instant.now(), tag, length, Optional.empty());
        }

        static Version deleteMarker() {
            return new Version(random(), true, Instant.now(), "", 0, Optional.empty());
        }

        Version kept(Optional<ResponseBytes<GetObjectResponse>> object) {
            return new Version(id, marker, at, tag, length, object);
        }

        private static String random() {
            return UUID.randomUUID().toString().replace("-", "");
        }
    }

    ConcurrentNavigableMap<String, List<Version>> all() {
        return keys;
    }

    /** The version or marker that a request without a version meets. */
    Optional<Version> top(String key) {
        return of(key).stream().findFirst();
    }

    Optional<Version> find(String key, String id) {
        return of(key).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    void add(String key, Version version) {
        change(key, list -> {
            list.add(0, version);
            return list;
        });
    }

    void remove(String key, String id) {
        change(key, list -> {
            list.removeIf(version -> version.id().equals(id));
            return list;
        });
    }

    void replaceTop(String key, Version version) {
        change(key, list -> {
            list.set(0, version);
            return list;
        });
    }

    private List<Version> of(String key) {
        return keys.getOrDefault(key, List.of());
    }

    private void change(String key, UnaryOperator<List<Version>> change) {
        List<Version> changed = List.copyOf(change.apply(new ArrayList<>(of(key))));
        if (changed.isEmpty()) {
            keys.remove(key);
        } else {
            keys.put(key, changed);
        }
    }
}
