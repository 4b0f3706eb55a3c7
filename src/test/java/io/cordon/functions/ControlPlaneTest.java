package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that serve the account itself, and the trails and parts of buckets that they are bound to. */
class ControlPlaneTest {
    private static final FunctionFixture STACK = new FunctionFixture(FunctionFixture.app(), "ControlPlane");
    private static final String REASON = "It looks after the account's own trail, and no PHI passes through it.";

    private static RuntimeFunctionProps.Builder check() {
        return RuntimeFunctionProps.builder()
                .function("trail-check")
                .bind("trail", new TrailArn("arn:aws:cloudtrail:eu-west-1:111122223333:trail/theirs"))
                .bind("trailLogs", STACK.bucket, STACK.key)
                .setting("expectedTrail", "{}")
                .setting("metricsNamespace", "Clinic")
                .key(STACK.key)
                .reservedConcurrency(1);
    }

    @Test
    void runOutsideAVpcForAReason() {
        assertThatCode(() -> check().controlPlane(REASON).build()).doesNotThrowAnyException();
        assertThatThrownBy(() -> check().build()).hasMessageContaining("network: missing; trail-check runs inside");
        assertThatThrownBy(() -> check().controlPlane(" ").build()).hasMessageContaining("controlPlane: blank");
        assertThatThrownBy(() -> check().controlPlane(REASON)
                        .network(STACK.vpc, STACK.group)
                        .build())
                .hasMessageContaining("controlPlane: given beside a network");
    }

    @Test
    void areNoneThatPhiPassesThroughOrThatReachTheInternetAnyway() {
        assertThatThrownBy(() -> STACK.props().controlPlane(REASON).build())
                .hasMessageContaining("controlPlane: given; PHI passes through upload");
        assertThatThrownBy(() -> STACK.outsideProps().controlPlane(REASON).build())
                .hasMessageContaining("controlPlane: given; the manifest says already why identity-keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "*/", "a b/", "/", "logs//"})
    void areBoundToAPartOfABucketThatIsNoWildcard(String root) {
        assertThatThrownBy(() -> check().controlPlane(REASON)
                        .bind("trailLogs", STACK.bucket, STACK.key, root)
                        .build())
                .hasMessageContaining("bind: trailLogs is bound under " + root + "; letters");
    }

    @Test
    void areBoundToATrailWhereTheManifestSaysSo() {
        assertThatThrownBy(() -> check().controlPlane(REASON)
                        .bind("trail", STACK.bucket, STACK.key)
                        .build())
                .hasMessageContaining("bind: trail is bound to a bucket; the manifest says trail; bind one");
    }

    @Test
    void callNothingWithAKeyWhereThereIsNone() {
        var keyed = HandlersJar.OPERATIONS.replace("\"target\": \"index\"", "\"target\": \"any\"");

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(), keyed)))
                .hasMessageContaining("keyActions: [kms:Decrypt]; no key stands behind it; remove them");
    }

    @Test
    void areStartedByAClockOrByCloudFormation() {
        var unknown = HandlersJar.KEYS.replace("\"schedule\"", "\"moon\"");

        assertThat(FunctionManifest.current().function("trail-check").events())
                .extracting(event -> event.kind().name())
                .containsExactly("CUSTOM_RESOURCE", "SCHEDULE");
        assertThatThrownBy(() ->
                        FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(unknown), HandlersJar.OPERATIONS)))
                .hasMessageContaining(
                        "events[0].kind: \"moon\"; must be one of [authorizer, schedule, custom-resource, ");
    }
}
