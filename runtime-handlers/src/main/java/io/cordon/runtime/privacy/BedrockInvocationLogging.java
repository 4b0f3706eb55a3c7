package io.cordon.runtime.privacy;

import io.cordon.runtime.provisioning.Refused;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.LoggingConfig;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** Bedrock's model invocation logging, one for the account and region of the client. */
final class BedrockInvocationLogging implements InvocationLogging {
    private final BedrockClient client;

    BedrockInvocationLogging(BedrockClient client) {
        this.client = client;
    }

    @Override
    public Optional<LogDelivery> current() {
        return Optional.ofNullable(BedrockCall.make(
                        "bedrock:GetModelInvocationLoggingConfiguration",
                        () -> client.getModelInvocationLoggingConfiguration(get -> {})
                                .loggingConfig()))
                .map(BedrockInvocationLogging::delivery);
    }

    @Override
    public void stop() {
        BedrockCall.make(
                "bedrock:DeleteModelInvocationLoggingConfiguration",
                () -> client.deleteModelInvocationLoggingConfiguration(delete -> {}));
    }

    @Override
    public void deliver(LogDelivery delivery) {
        BedrockCall.make("bedrock:PutModelInvocationLoggingConfiguration", () -> {
            try {
                return client.putModelInvocationLoggingConfiguration(
                        put -> put.loggingConfig(config -> textTo(delivery, config)));
            } catch (ValidationException e) {
                throw new Refused(
                        "Bedrock cannot log to the bucket (ValidationException); it must be of this account"
                                + " and region, without ACLs, and its policy and its key's must let bedrock.amazonaws.com write.");
            }
        });
    }

    /** Every kind of data is named: what is left out may be logged. */
    private static void textTo(LogDelivery delivery, LoggingConfig.Builder config) {
        config.s3Config(s3 -> s3.bucketName(delivery.bucket())
                        .keyPrefix(delivery.keyPrefix().isEmpty() ? null : delivery.keyPrefix()))
                .textDataDeliveryEnabled(true)
                .imageDataDeliveryEnabled(false)
                .embeddingDataDeliveryEnabled(false)
                .videoDataDeliveryEnabled(false)
                .audioDataDeliveryEnabled(false);
    }

    private static LogDelivery delivery(LoggingConfig config) {
        boolean more = config.cloudWatchConfig() != null
                || Stream.of(
                                config.imageDataDeliveryEnabled(),
                                config.embeddingDataDeliveryEnabled(),
                                config.videoDataDeliveryEnabled(),
                                config.audioDataDeliveryEnabled())
                        .anyMatch(Boolean.TRUE::equals);
        boolean text = Boolean.TRUE.equals(config.textDataDeliveryEnabled());
        return config.s3Config() == null
                ? new LogDelivery("", "", text, more)
                : new LogDelivery(
                        known(config.s3Config().bucketName()),
                        known(config.s3Config().keyPrefix()),
                        text,
                        more);
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
