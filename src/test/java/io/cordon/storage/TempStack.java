package io.cordon.storage;

import io.cordon.testing.CheckedApp;
import java.util.Map;
import java.util.function.Consumer;

/** A checked app with one temporary bucket and the bucket of its access logs. */
final class TempStack {
    final CheckedApp checked;
    final SecureTempBucket temp;

    TempStack(Consumer<SecureTempBucketProps.Builder> props) {
        this(Map.of(), props);
    }

    TempStack(Map<String, Object> context, Consumer<SecureTempBucketProps.Builder> props) {
        this.checked = new CheckedApp(context);
        var logs = new AuditBucket(checked.stack, "AccessLogs", it -> {});
        this.temp = new SecureTempBucket(checked.stack, "Temp", it -> props.accept(it.accessLogs(logs.getBucket())));
    }
}
