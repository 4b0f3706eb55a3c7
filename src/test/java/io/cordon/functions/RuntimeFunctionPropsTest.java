package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.ManagedPolicy;

class RuntimeFunctionPropsTest {
    private static final FunctionFixture STACK = new FunctionFixture(FunctionFixture.app(), "Props");

    @Test
    void listsAllThatIsMissing() {
        assertThatThrownBy(() -> RuntimeFunctionProps.builder()
                        .function("upload")
                        .manifest(HandlersJar.manifest())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        RuntimeFunction: key: missing; environment, log and dead letters are encrypted under a key of yours; give one
                          reservedConcurrency: 0; at least 1, and the sum over the account at most 900; reserve what it may need
                          network: missing; upload runs inside the VPC; give VPC and security group
                          bind: application is not bound; upload uses this table; bind it with its key
                          bind: uploads is not bound; upload uses this bucket; bind it with its key
                          setting: largestUploadBytes is not set; a variable of upload reads it; give a value""");
    }

    @Test
    void needsAFunctionOfTheManifest() {
        refuses(
                it -> it.function("uplaod"),
                "function: uplaod is not in the manifest; known are [upload, identity-keys]");
        assertThatThrownBy(() -> RuntimeFunctionProps.builder()
                        .manifest(HandlersJar.manifest())
                        .build())
                .hasMessageContaining("function: missing; known are [upload, identity-keys]; name one of them");
    }

    @Test
    void refusesABindingThatNothingUses() {
        refuses(
                it -> it.bind("archive", STACK.bucket, STACK.key),
                "bind: archive is used by nothing in upload; it uses [application, uploads]; remove it");
    }

    @Test
    void refusesABucketInPlaceOfATable() {
        refuses(
                it -> it.bind("application", STACK.bucket, STACK.key),
                "bind: application is bound to a bucket; the manifest says table; bind one");
    }

    @Test
    void refusesASettingThatNothingReads() {
        refuses(
                it -> it.setting("largestUpload", 1),
                "setting: largestUpload is used by nothing in upload; it uses [largestUploadBytes]; remove it");
    }

    @Test
    void refusesMoreEnvironmentThanLambdaTakes() {
        refuses(
                it -> it.setting("largestUploadBytes", "9".repeat(4096)),
                "setting: the environment of upload has 4193 bytes; at most 4096; shorten the longest value");
    }

    @Test
    void refusesARetentionThatCloudWatchDoesNotKnow() {
        refuses(it -> it.logRetention(100), "logRetention: 100 days; CloudWatch Logs accepts [1, 3, 5,");
    }

    @Test
    void refusesANetworkForWhatMustReachTheInternet() {
        assertThatThrownBy(() ->
                        STACK.outsideProps().network(STACK.vpc, STACK.group).build())
                .hasMessageContaining("network: given; identity-keys must reach the internet");
    }

    @Test
    void appliesWhatIsGiven() {
        var stack = new FunctionFixture(FunctionFixture.app(), "Given");
        new RuntimeFunction(
                stack,
                "IdentityKeys",
                it -> it.function("identity-keys")
                        .manifest(HandlersJar.manifest())
                        .key(stack.key)
                        .reservedConcurrency(7)
                        .logRetention(30)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .permissionsBoundary(ManagedPolicy.fromManagedPolicyName(stack, "Boundary", "boundary")));
        var template = Template.fromStack(stack);

        template.hasResourceProperties("AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", 7));
        template.hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
        template.allResources("AWS::Logs::LogGroup", Map.of("DeletionPolicy", "Delete"));
        template.allResources("AWS::SQS::Queue", Map.of("DeletionPolicy", "Delete"));
        assertThat(template.toJSON().toString()).contains("PermissionsBoundary");
    }

    @Test
    void everyDefaultIsStated() {
        Map<String, String> defaults = new TreeMap<>();
        var fresh = RuntimeFunctionProps.builder();
        Stream.of(FunctionBindings.class, RuntimeFunctionProps.Builder.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .forEach(field -> defaults.put(field.getName(), value(field, fresh)));

        assertThat(defaults)
                .isEqualTo(Map.ofEntries(
                        Map.entry("function", "none"),
                        Map.entry("manifest", "none"),
                        Map.entry("bindings", "{}"),
                        Map.entry("settings", "{}"),
                        Map.entry("network", "none"),
                        Map.entry("controlPlane", "none"),
                        Map.entry("key", "none"),
                        Map.entry("deadLetterKey", "none"),
                        Map.entry("reservedConcurrency", "0"),
                        Map.entry("logRetention", "365"),
                        Map.entry("detailedLogging", "false"),
                        Map.entry("removalPolicy", "RETAIN"),
                        Map.entry("permissionsBoundary", "none")));
    }

    private static String value(Field field, Object builder) {
        try {
            return Objects.toString(field.get(builder), "none");
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    private static void refuses(Consumer<RuntimeFunctionProps.Builder> change, String problem) {
        var props = STACK.props();
        change.accept(props);
        assertThatThrownBy(props::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("RuntimeFunction: ")
                .hasMessageContaining(problem);
    }
}
