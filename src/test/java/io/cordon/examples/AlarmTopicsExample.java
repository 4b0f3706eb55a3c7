package io.cordon.examples;

import io.cordon.keys.DataKeys;
import io.cordon.observe.AlarmTopics;
import io.cordon.observe.monitors.Severity;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Topics under the application key, and who is told. */
public final class AlarmTopicsExample extends Stack {
    /** Creates the stack. */
    public AlarmTopicsExample(Construct scope, String id) {
        super(scope, id);
        // example:start
        var keys = new DataKeys(this, "Keys", it -> it.aliasPrefix("clinic"));

        new AlarmTopics(
                this,
                "Topics",
                it -> it.encryptionKey(keys.getApplication())
                        .email(Severity.CRITICAL, "on-call@clinic.example")
                        .email(Severity.SECURITY, "security-official@clinic.example"));
        // example:end
    }
}
