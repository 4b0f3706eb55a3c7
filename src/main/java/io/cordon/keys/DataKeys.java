package io.cordon.keys;

import io.cordon.compliance.DataClass;
import io.cordon.policies.RetentionPolicy;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * One customer-managed key for each class of data, rotated every year.
 *
 * <p>A role that may decrypt logs can so decrypt no health record, and switching one key off closes one class. The PHI
 * key lets no log service in: a log group that holds PHI is a mistake, and it fails to deploy under this key.
 */
public final class DataKeys extends Construct {
    private static final int ROTATION_DAYS =
            RetentionPolicy.current().keyRotationDays().value();

    private final IKey phi;
    private final IKey audit;
    private final IKey application;

    /** Creates the keys as {@code props} says: {@code new DataKeys(this, "Keys", it -> it.aliasPrefix("clinic"))}. */
    public DataKeys(Construct scope, String id, Consumer<DataKeysProps.Builder> props) {
        this(scope, id, DataKeysProps.from(props));
    }

    /** Creates the keys. */
    public DataKeys(Construct scope, String id, DataKeysProps props) {
        super(scope, id);

        this.phi = ownOr(props.phiKey, DataClass.PHI, props);
        this.audit = props.shared ? phi : ownOr(props.auditKey, DataClass.AUDIT, props);
        this.application = props.shared ? phi : ownOr(props.applicationKey, DataClass.APPLICATION, props);
    }

    /** Returns the key of protected health information. */
    public IKey getPhi() {
        return phi;
    }

    /** Returns the key of trails, access logs and flow logs. */
    public IKey getAudit() {
        return audit;
    }

    /** Returns the key of what names no person. */
    public IKey getApplication() {
        return application;
    }

    private IKey ownOr(@Nullable IKey given, DataClass dataClass, DataKeysProps props) {
        return given != null ? given : rotatingKey(dataClass, props);
    }

    private IKey rotatingKey(DataClass dataClass, DataKeysProps props) {
        var name = props.shared ? "data" : dataClass.tag();
        var id = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var key = Key.Builder.create(this, id)
                .description("Encrypts " + (props.shared ? "all data" : dataClass.tag() + " data") + " of "
                        + getNode().getPath())
                .alias(props.alias(name))
                .enableKeyRotation(true)
                .rotationPeriod(Duration.days(ROTATION_DAYS))
                .pendingWindow(props.pendingWindow)
                .removalPolicy(props.removalPolicy)
                .build();
        if (props.shared || dataClass != DataClass.PHI) {
            LogGroupAccess.allow(key, Stack.of(this));
        }
        DataClass.of(key).is(dataClass);
        return key;
    }
}
