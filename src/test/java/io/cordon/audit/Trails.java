package io.cordon.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.examples.HipaaTrailExample;
import io.cordon.keys.DataKeys;
import io.cordon.testing.Synthesized;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectLockMode;
import software.amazon.awscdk.services.sns.Topic;

/** Trails of every kind in one app: for data, for an account with alarms, two in one stack, and with all that is given. */
final class Trails {
    static final String TRAIL = "AWS::CloudTrail::Trail";

    static final Synthesized ALL = Synthesized.app(app -> {
        new HipaaTrailExample(app, "Data");
        account(new Stack(app, "Account"));
        given(new Stack(
                app,
                "Given",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .build()));
    });

    private Trails() {}

    /** An account's trail of settings, and a second trail of both kinds beside it. */
    private static void account(Stack stack) {
        var keys = new DataKeys(stack, "Keys", it -> {});
        var topic =
                Topic.Builder.create(stack, "Alarms").masterKey(keys.getAudit()).build();
        DataClass.of(topic).application();
        new HipaaTrail(
                stack, "Trail", it -> it.trailName("account").managementEvents().alarmTopic(topic));
        new HipaaTrail(
                stack,
                "Both",
                it -> it.trailName("both")
                        .managementEvents()
                        .dataEventsOf(Bucket.fromBucketName(stack, "Scans", "scans"))
                        .objectLock(ObjectLockMode.COMPLIANCE)
                        .retention(Duration.days(2557))
                        .removalPolicy(RemovalPolicy.DESTROY));
    }

    private static void given(Stack stack) {
        new HipaaTrail(
                stack,
                "Trail",
                it -> it.trailName("given")
                        .dataEventsOf(Bucket.fromBucketName(stack, "Scans", "scans"))
                        .encryptionKey(Key.Builder.create(stack, "Theirs")
                                .enableKeyRotation(true)
                                .build())
                        .bucket(Bucket.fromBucketName(stack, "Archive", "org-archive"))
                        .keyPrefix("trails/clinic"));
    }

    static JsonNode trail(String stack) {
        return ALL.resources(stack, TRAIL).stream()
                .filter(it -> !it.at("/Properties/TrailName").asText().equals("both"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the statements that let CloudTrail in, of every policy of one type. */
    static List<JsonNode> cloudTrail(String stack, String type, String document) {
        return ALL.resources(stack, type).stream()
                .flatMap(it -> elements(it.at(document + "/Statement")))
                .filter(it -> it.at("/Principal/Service").asText().equals("cloudtrail.amazonaws.com"))
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
