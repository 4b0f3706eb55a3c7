package io.cordon.runtime.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.platform.AwsCall;
import io.cordon.runtime.platform.Unavailable;
import io.cordon.runtime.provisioning.Refused;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Bedrock's data retention, one for the account and region of the client, by its <a
 * href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutAccountDataRetention.html">wire format</a>: the
 * SDK has no such operation at this version.
 */
final class BedrockDataRetention implements DataRetention {
    private static final String PATH = "/data-retention";
    private static final String NO_BODY = "";
    private static final String KEEP_NOTHING =
            JsonMapper.builder().build().createObjectNode().put("mode", NONE).toString();

    private static final int FORBIDDEN = 403;
    /** Where the operation is not known. */
    private static final Set<Integer> UNKNOWN = Set.of(404, 405, 501);

    private final BedrockHttp bedrock;

    BedrockDataRetention(BedrockHttp bedrock) {
        this.bedrock = bedrock;
    }

    @Override
    public String mode() {
        return call("bedrock:GetAccountDataRetention", SdkHttpMethod.GET, NO_BODY)
                .path("mode")
                .asText();
    }

    @Override
    public void keepNothing() {
        call("bedrock:PutAccountDataRetention", SdkHttpMethod.PUT, KEEP_NOTHING);
    }

    private JsonNode call(String action, SdkHttpMethod method, String body) {
        BedrockHttp.Answer answer = AwsCall.make(() -> bedrock.send(method, PATH, body));
        if (answer.isGood()) {
            return answer.body();
        }
        if (UNKNOWN.contains(answer.status()) || answer.error().startsWith("UnknownOperation")) {
            throw new Refused("Bedrock does not know " + action + " in this region, so nobody can say that it keeps"
                    + " nothing; deploy where it does, or leave DataRetention out and the account's mode stays.");
        }
        if (answer.status() == FORBIDDEN && answer.error().startsWith("AccessDenied")) {
            throw BedrockCall.denied(action);
        }
        throw new Unavailable("Bedrock " + (answer.error().isEmpty() ? answer.status() : answer.error()));
    }
}
