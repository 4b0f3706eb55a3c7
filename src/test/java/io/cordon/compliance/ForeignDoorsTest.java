package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.LambdaTarget;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.notifications.LambdaDestination;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Doors that no system of ours has, as the CDK's own constructs write them: each must show in the flow. */
class ForeignDoorsTest {
    private static final JsonNode FLOW = flow();

    @ParameterizedTest
    @CsvSource({
        "outside:Internet, S/Http, calls",
        "S/Http, S/Reader, starts",
        "outside:Internet, S/Web, calls",
        "S/Web, S/Scans, calls",
        "outside:Internet, S/Balancer, calls",
        "S/Balancer, S/Reader, starts",
        "outside:Schedule, S/Hourly, starts",
        "S/Hourly, S/Reader, starts",
        "S/Scans, S/Reader, starts",
        "S/News, S/Inbox, starts",
        "S/Inbox, S/Nested/Archivist, starts",
        "S/Reader, S/Scans, may touch",
        "S/Nested/Archivist, S/Scans, may touch"
    })
    void followsEachKindOfDoor(String from, String to, String kind) {
        assertThat(FLOW.path("edges"))
                .filteredOn(it -> id(it, "from").equals(from) && id(it, "to").equals(to))
                .extracting(it -> it.path("kind").asText())
                .contains(kind);
    }

    private static String id(JsonNode edge, String end) {
        return edge.path(end).asText().replaceAll("/(Resource|LoadBalancer|Distribution)$", "");
    }

    private static JsonNode flow() {
        try {
            var text = GatedApp.of(ForeignDoorsTest::clinic).evidence("data-flow.json");
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void clinic(Stack stack) {
        var scans = new Bucket(stack, "Scans");
        DataClass.of(scans).phi();
        var reader = function(stack, "Reader");
        DataClass.of(reader).phi();
        scans.grantRead(reader);
        scans.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(reader));
        requests(stack, scans, reader);
        events(stack, scans, reader);
    }

    private static void requests(Stack stack, Bucket scans, Function reader) {
        HttpApi.Builder.create(stack, "Http")
                .defaultIntegration(new HttpLambdaIntegration("Read", reader))
                .build();
        Distribution.Builder.create(stack, "Web")
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(scans))
                        .build())
                .build();
        var vpc = Vpc.Builder.create(stack, "Vpc").natGateways(0).build();
        ApplicationLoadBalancer.Builder.create(stack, "Balancer")
                .vpc(vpc)
                .internetFacing(true)
                .build()
                .addListener(
                        "Listener",
                        BaseApplicationListenerProps.builder()
                                .protocol(ApplicationProtocol.HTTP)
                                .build())
                .addTargets(
                        "Target",
                        AddApplicationTargetsProps.builder()
                                .targets(List.of(new LambdaTarget(reader)))
                                .build());
    }

    private static void events(Stack stack, Bucket scans, Function reader) {
        Schedule.Builder.create(stack, "Hourly")
                .schedule(ScheduleExpression.rate(Duration.hours(1)))
                .target(new LambdaInvoke(reader))
                .build();
        var inbox = new Queue(stack, "Inbox");
        DataClass.of(inbox).phi();
        var news = new Topic(stack, "News");
        news.addSubscription(new SqsSubscription(inbox));
        news.addSubscription(new EmailSubscription("desk@example.org"));
        var archivist = function(new NestedStack(stack, "Nested"), "Archivist");
        scans.grantReadWrite(archivist);
        archivist.addEventSource(new SqsEventSource(inbox));
    }

    private static Function function(Construct scope, String id) {
        return Function.Builder.create(scope, id)
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async () => {}"))
                .environment(Map.of())
                .build();
    }
}
