package io.cordon.account;

import io.cordon.compliance.DataClass;
import io.cordon.functions.RuntimeFunction;
import io.cordon.policies.CheckPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.storage.SecureTempBucket;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Sets what Bedrock keeps of prompts and answers: a deployment fails unless Bedrock says that it is so.
 *
 * <p>Both settings are one for the account and region, so only one of these may be there: a second would undo the first.
 * Its deletion leaves logging off and nothing kept.
 */
public final class ModelPrivacy extends Construct {
    /** The function's name in the manifest. */
    public static final String FUNCTION = "model-privacy";

    private final RuntimeFunction function;
    private final CustomResource settings;

    /** Creates the settings as {@code props} says: {@code new ModelPrivacy(this, "ModelPrivacy", it -> {})}. */
    public ModelPrivacy(Construct scope, String id, Consumer<ModelPrivacyProps.Builder> props) {
        this(scope, id, ModelPrivacyProps.from(props));
    }

    /** Creates the settings. */
    public ModelPrivacy(Construct scope, String id, ModelPrivacyProps props) {
        super(scope, id);

        var key = props.functionKey != null ? props.functionKey : rotatingKey();
        this.function = new RuntimeFunction(
                this,
                "Setter",
                it -> it.function(FUNCTION)
                        .key(key)
                        .reservedConcurrency(props.reservedConcurrency)
                        .controlPlane(
                                "It sets what Bedrock keeps of prompts and answers in the account and region; none of them"
                                        + " passes through it, and it may do nothing else."));
        this.settings = settings(props);
        if (props.invocationLogs != null) {
            logTo(props.invocationLogs, props.keyPrefix);
        }
    }

    /** Returns the function that sets. */
    public IFunction getFunction() {
        return function.getFunction();
    }

    /** Returns the same function with its metrics, role, log and dead letters. */
    public RuntimeFunction getRuntimeFunction() {
        return function;
    }

    /** Returns the settings: what depends on them calls models only once they hold. */
    public IDependable getSettings() {
        return settings;
    }

    private CustomResource settings(ModelPrivacyProps props) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("InvocationLogging", "off");
        if (props.invocationLogs != null) {
            properties.put("InvocationLogging", InvocationLogs.property(props.invocationLogs, props.keyPrefix));
        }
        if (props.zeroDataRetention) {
            properties.put("DataRetention", "none");
        }
        var minutes = CheckPolicy.current().modelPrivacyMinutes().value();
        return CustomResource.Builder.create(this, "Settings")
                .resourceType("Custom::ModelPrivacy")
                .serviceToken(function.getAlias().getFunctionArn())
                .serviceTimeout(Duration.minutes(minutes))
                .properties(properties)
                .build();
    }

    /** Bedrock tries the bucket when it is told of it, so its policy comes first, and goes last. */
    private void logTo(SecureTempBucket bucket, String keyPrefix) {
        InvocationLogs.letBedrockWrite(bucket, keyPrefix, this);
        settings.getNode().addDependency(bucket);
    }

    private IKey rotatingKey() {
        var key = Key.Builder.create(this, "Key")
                .description("Encrypts log and dead letters of " + getNode().getPath())
                .enableKeyRotation(true)
                .rotationPeriod(Duration.days(
                        RetentionPolicy.current().keyRotationDays().value()))
                .build();
        DataClass.of(key).application();
        return key;
    }
}
