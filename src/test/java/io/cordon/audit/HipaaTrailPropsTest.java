package io.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.ObjectLockMode;

/** What a trail refuses to be told. */
class HipaaTrailPropsTest {
    private final Stack stack = new Stack(
            null,
            "S",
            StackProps.builder()
                    .env(Environment.builder()
                            .account("111122223333")
                            .region("eu-west-1")
                            .build())
                    .build());

    @Test
    void namesEveryProblemAtOnce() {
        var archive = bucket("archive");
        assertThatThrownBy(() -> HipaaTrailProps.builder()
                        .dataEventsOf(archive)
                        .bucket(archive)
                        .objectLock(ObjectLockMode.COMPLIANCE)
                        .keyPrefix("trails/")
                        .retention(Duration.days(365))
                        .removalPolicy(RemovalPolicy.SNAPSHOT)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "trailName: none",
                        "bucket: S/archive; also in dataEventsOf",
                        "bucket: S/archive; brings its own",
                        "keyPrefix: trails/; up to 200",
                        "retention: 365 days; one of 2192, 2557, 2922, 3288, 3653 days",
                        "removalPolicy: SNAPSHOT");
    }

    @Test
    void refusesATrailThatRecordsNothing() {
        for (var props : new HipaaTrailProps.Builder[] {
            HipaaTrailProps.builder(), HipaaTrailProps.builder().dataEventsOf(new IBucket[0])
        }) {
            assertThatThrownBy(() -> props.trailName("clinic").build())
                    .hasMessageContaining("events: none")
                    .hasMessageContaining("call managementEvents() or dataEventsOf(stores)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab", "my--trail", "my-_trail", "-trail", "trail.", "192.168.5.4", "a b c", "tr:ail", "é-trail"})
    void refusesANameThatCloudTrailDoes(String name) {
        assertThatThrownBy(() -> HipaaTrailProps.builder()
                        .trailName(name)
                        .managementEvents()
                        .build())
                .hasMessageContaining("trailName: " + name);
    }

    @Test
    void refusesANameOf129Characters() {
        assertThat(named("a".repeat(128))).isNotNull();
        assertThatThrownBy(() -> named("a".repeat(129))).hasMessageContaining("3 to 128");
    }

    @Test
    void countsSelectorValuesAsCloudTrailDoes() {
        var buckets =
                IntStream.range(0, 498).mapToObj(it -> bucket("scans" + it)).toArray(IBucket[]::new);
        assertThat(HipaaTrailProps.builder()
                        .trailName("clinic")
                        .dataEventsOf(buckets)
                        .build())
                .isNotNull();
        assertThatThrownBy(() -> HipaaTrailProps.builder()
                        .trailName("clinic")
                        .managementEvents()
                        .dataEventsOf(buckets)
                        .build())
                .hasMessageContaining("498 stores, 501 selector values; CloudTrail takes 500");
    }

    @Test
    void countsATableItsStreamAndTheRestoreTestsOfItsRegion() {
        var tables = IntStream.range(0, 248)
                .mapToObj(it -> Table.fromTableName(stack, "T" + it, "T" + it))
                .toArray(ITable[]::new);
        assertThatThrownBy(() -> HipaaTrailProps.builder()
                        .trailName("clinic")
                        .dataEventsOf(tables)
                        .build())
                .hasMessageContaining("248 stores, 503 selector values; CloudTrail takes 500");
        var there = Table.fromTableArn(stack, "There", "arn:aws:dynamodb:us-east-1:111122223333:table/T");
        var both =
                HipaaTrailProps.builder().trailName("clinic").managementEvents().dataEventsOf(tables[0], there);
        assertThat(TrailSelectors.values(both.build())).isEqualTo(1 + 4 + 4 + 4);
    }

    @Test
    void namesAStoreOnceThatIsGivenTwice() {
        var one = bucket("one");
        assertThat(HipaaTrailProps.builder()
                        .trailName("clinic")
                        .dataEventsOf(one, one)
                        .dataEventsOf(one)
                        .build()
                        .buckets)
                .hasSize(1);
    }

    @Test
    void acceptsValuesThatOnlyTheDeploymentKnows() {
        assertThat(HipaaTrailProps.builder()
                        .trailName(Aws.STACK_NAME + "--")
                        .keyPrefix(Aws.STACK_NAME + "/")
                        .managementEvents()
                        .build())
                .isNotNull();
    }

    @Test
    void refusesStoresOfAnotherRegion() {
        var there = Bucket.fromBucketAttributes(
                stack,
                "There",
                BucketAttributes.builder()
                        .bucketName("there")
                        .region("eu-central-1")
                        .build());
        var table = Table.fromTableArn(stack, "Table", "arn:aws:dynamodb:us-east-1:111122223333:table/T");
        assertThatThrownBy(() -> new HipaaTrail(
                        stack,
                        "Trail",
                        it -> it.trailName("clinic").dataEventsOf(there).dataEventsOf(table)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "dataEventsOf: S/There in eu-central-1, S/Table in us-east-1; this trail records eu-west-1 only;"
                                + " give that region a trail of its own");
        assertThat(new HipaaTrail(
                        stack,
                        "All",
                        it -> it.trailName("all").managementEvents().dataEventsOf(there)))
                .isNotNull();
    }

    @Test
    void everyDefaultIsStated() {
        assertThat(Arrays.stream(HipaaTrailProps.Builder.class.getDeclaredFields())
                        .filter(field -> !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName))
                .containsExactlyInAnyOrder(
                        "trailName",
                        "managementEvents",
                        "buckets",
                        "tables",
                        "encryptionKey",
                        "bucket",
                        "keyPrefix",
                        "accessLogs",
                        "objectLock",
                        "retention",
                        "alarmTopic",
                        "removalPolicy");
        var props = named("clinic");
        assertThat(props.objectLock).isEqualTo(ObjectLockMode.GOVERNANCE);
        assertThat(props.retention.toDays()).isEqualTo(2192);
        assertThat(props.removalPolicy).isEqualTo(RemovalPolicy.RETAIN);
        assertThat(new Object[] {props.encryptionKey, props.bucket, props.keyPrefix, props.accessLogs, props.alarmTopic
                })
                .containsOnlyNulls();
    }

    private static HipaaTrailProps named(String name) {
        return HipaaTrailProps.builder().trailName(name).managementEvents().build();
    }

    private IBucket bucket(String name) {
        return Bucket.fromBucketName(stack, name, name);
    }
}
