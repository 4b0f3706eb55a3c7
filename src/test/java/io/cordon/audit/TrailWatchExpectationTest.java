package io.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedEventSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedFieldSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.DataResourceProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.EventSelectorProperty;
import software.amazon.awscdk.services.s3.CfnBucket;

class TrailWatchExpectationTest {
    private final Stack stack = new Stack(new App(), "Expected");
    private final CfnTrail trail = CfnTrail.Builder.create(stack, "Trail")
            .s3BucketName("logs")
            .isLogging(true)
            .isMultiRegionTrail(false)
            .kmsKeyId("arn:aws:kms:eu-west-1:111122223333:key/one")
            .build();

    @Test
    void saysWhatATrailRecordsInCloudTrailsOwnWords() {
        var bucket = new CfnBucket(stack, "Bucket");
        trail.setAdvancedEventSelectors(stores(List.of(bucket.getAttrArn() + "/")));

        var text = stack.resolve(TrailWatchExpectation.of(trail, stack));

        assertThat(new JsonMapper().valueToTree(text).at("/Fn::Join/1").toString())
                .contains("{\"Fn::GetAtt\":[\"Bucket\",\"Arn\"]}")
                .contains("\\\"field\\\":\\\"resources.ARN\\\"")
                .contains("\\\"startsWith\\\":[\\\"")
                .contains("\\\"isMultiRegionTrail\\\":false");
    }

    @Test
    void saysNothingOfWhatTheTrailDoesNotSet() throws Exception {
        assertThat(expected()).isEqualTo(new JsonMapper().readTree("""
                { "isMultiRegionTrail": false, "kmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/one" }
                """));
    }

    @Test
    void countsStoresThatDoNotFitIntoAnEnvironment() throws Exception {
        trail.setAdvancedEventSelectors(
                stores(many().map(it -> "arn:aws:s3:::bucket-" + it + "/").toList()));

        var selector = expected().at("/advancedEventSelectors/0/fieldSelectors");

        assertThat(expected().path("counted").asBoolean()).isTrue();
        assertThat(selector.get(0).at("/equalTo/0").asText()).isEqualTo("Data");
        assertThat(selector.get(1).path("startsWith").asInt()).isEqualTo(200);
    }

    @Test
    void countsTokensAndTheStoresOfOlderSelectorsToo() throws Exception {
        var buckets = many().map(it -> new CfnBucket(stack, "Bucket" + it).getAttrArn() + "/");
        trail.setEventSelectors(List.of(EventSelectorProperty.builder()
                .dataResources(List.of(DataResourceProperty.builder()
                        .type("AWS::S3::Object")
                        .values(buckets.toList())
                        .build()))
                .build()));

        assertThat(expected().at("/eventSelectors/0/dataResources/0/values").asInt())
                .isEqualTo(200);
    }

    @Test
    void tellsTheFunctionAndChecksAgainWhenItChanges() {
        var function = Watches.functions("Outside").get(0).at("/Properties/Environment/Variables/TRAIL_EXPECTED");
        var check = Watches.ALL.resources("Outside", "Custom::TrailCheck").get(0);

        assertThat(function.toString()).contains("kmsKeyId").contains("TrailKey38EB2549");
        assertThat(check.at("/Properties/Expected")).isEqualTo(function);
        assertThat(Watches.functions("Later").get(0).at("/Properties/Environment/Variables/TRAIL_EXPECTED"))
                .hasToString("\"{}\"");
    }

    private static Stream<Integer> many() {
        return IntStream.range(0, 200).boxed();
    }

    private JsonNode expected() throws Exception {
        return new JsonMapper().readTree(String.valueOf(stack.resolve(TrailWatchExpectation.of(trail, stack))));
    }

    private static List<Object> stores(List<String> arns) {
        return List.of(AdvancedEventSelectorProperty.builder()
                .fieldSelectors(List.of(
                        AdvancedFieldSelectorProperty.builder()
                                .field("eventCategory")
                                .equalTo(List.of("Data"))
                                .build(),
                        AdvancedFieldSelectorProperty.builder()
                                .field("resources.ARN")
                                .startsWith(arns)
                                .build()))
                .build());
    }
}
