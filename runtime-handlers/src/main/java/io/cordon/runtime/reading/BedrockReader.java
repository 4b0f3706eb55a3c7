package io.cordon.runtime.reading;

import io.cordon.runtime.reading.Reading.TurnedAway;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;

/** Has a model of Bedrock read documents, each by one Converse. */
public final class BedrockReader implements Reader {
    private final BedrockRuntimeClient client;
    private final String profile;
    private final Terms terms;
    private final BedrockRequest request;
    private final BedrockReply reply;

    /**
     * Within which limits it is asked.
     *
     * @param longestAnswerTokens longest answer, with what the model thinks before it, in tokens
     * @param leastTime with less time than this no call is begun: it would be cut, and charged all the same
     */
    public record Terms(int longestAnswerTokens, Duration leastTime) {
        private static final Duration LEAST_TIME = Duration.ofSeconds(15);

        /** With 15 seconds as the least time: a short document's answer takes as long. */
        public static Terms of(long longestAnswerTokens) {
            return new Terms(Math.toIntExact(longestAnswerTokens), LEAST_TIME);
        }
    }

    /** A reader that asks the model behind this inference profile. */
    public BedrockReader(BedrockRuntimeClient client, String profile, Terms terms) {
        Prompt prompt = Prompt.current();
        this.client = client;
        this.profile = profile;
        this.terms = terms;
        this.request = new BedrockRequest(prompt);
        this.reply = new BedrockReply(prompt);
    }

    @Override
    public Reading read(Content content, Duration time) {
        if (time.compareTo(terms.leastTime()) < 0) {
            return new TurnedAway("NoTimeLeft");
        }
        ConverseRequest about = request.about(content)
                .modelId(profile)
                .inferenceConfig(limits -> limits.maxTokens(terms.longestAnswerTokens()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(time))
                .build();
        try {
            return reply.read(client.converse(about));
        } catch (SdkException e) {
            return BedrockFault.of(e);
        }
    }
}
