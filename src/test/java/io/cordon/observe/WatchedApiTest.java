package io.cordon.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.api.ProtectedRestApi;
import io.cordon.api.ProtectedRestApiProps;
import io.cordon.testing.CheckedApp;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;

/** A front door, watched whole: its stage, its refusals and its firewall. */
final class WatchedApiTest {
    private static final CheckedApp CHECKED = new CheckedApp();
    private static final Stack BACKEND = CHECKED.stack("Backend");
    private static final Key KEY =
            Key.Builder.create(BACKEND, "Key").enableKeyRotation(true).build();
    private static final String GIVEN = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/clinic/a1b2";
    private static final ObservabilityDashboards WATCHED = new ObservabilityDashboards(
            CHECKED.stack,
            "Observability",
            it -> it.system("clinic")
                    .stage("test")
                    .watch(api("Api", props -> {}), api("Own", props -> props.webAcl(GIVEN))));
    private static final Drawn DRAWN = new Drawn(CHECKED.stack);

    private static ProtectedRestApi api(String id, Consumer<ProtectedRestApiProps.Builder> more) {
        var function = Function.fromFunctionAttributes(
                BACKEND,
                id + "Function",
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-west-1:111122223333:function:f:live")
                        .sameEnvironment(true)
                        .build());
        return new ProtectedRestApi(BACKEND, id, it -> {
            it.authorizer(function).route("GET /jobs/{id}", function).key(KEY);
            more.accept(it);
        });
    }

    @Test
    void tellsThoseWithoutATokenFromThoseWithoutARight() {
        assertThat(titles("security"))
                .contains("api: refused requests", "own: refused requests", "api: requests")
                .doesNotContain("own: requests");
        assertThat(DRAWN.dashboard("clinic-test-security").toString())
                .contains("\"Unauthorized\"", "\"Forbidden\"", "Cordon/Api/");
        assertThat(DRAWN.alarm("clinic-test-web-acl-api-blocked")
                        .path("AlarmDescription")
                        .asText())
                .contains("The web ACL api blocks many requests.");
    }

    @Test
    void readsOnlyWhatIsPublishedAndLeavesNoFinding() {
        assertThat(WATCHED.getAlarms()).hasSize(5);
        assertThat(CHECKED.violations()).isEmpty();
    }

    private static List<String> titles(String page) {
        var widgets = DRAWN.dashboard("clinic-test-" + page).path("widgets");
        return StreamSupport.stream(widgets.spliterator(), false)
                .map(it -> it.at("/properties/title").asText())
                .toList();
    }
}
