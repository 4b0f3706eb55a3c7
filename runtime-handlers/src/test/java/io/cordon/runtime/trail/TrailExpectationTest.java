package io.cordon.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.local.SignedTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailExpectationTest {
    private static final String MANAGEMENT = """
            {"advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equals":["Management"]}]}]}""";
    private static final String DATA = """
            {"advancedEventSelectors":[{"fieldSelectors":[{"field":"eventCategory","equalTo":["Data"]},
             {"field":"resources.type","equalTo":["AWS::S3::Object"]},
             {"field":"resources.ARN","startsWith":%s}]}]%s}""";
    private static final String CLASSIC = """
            {"eventSelectors":[{"readWriteType":"%s","includeManagementEvents":%s,
             "dataResources":[{"type":"AWS::S3::Object","values":["b","a"]}]}]}""";

    @AfterEach
    void reset() {
        LocalAws.start();
        LocalAws.CLOUD_TRAIL.reset();
    }

    /** The attack: a store is dropped, and the trail goes on recording and signing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'AdvancedEventSelectors':[{'FieldSelectors':[{'Field':'eventCategory','Equals':['Management']}]}]}",
                "{'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':true}]}",
                "{'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':false}]}",
                "{}"
            })
    void findsEachDayThatAStoreIsNoLongerRecorded(String selectors) {
        SignedTrail.fresh().hours(27, 0);
        LocalAws.CLOUD_TRAIL.selectors(selectors.replace('\'', '"'));
        var run = new DailyRun();

        assertThat(run.findings())
                .containsExactly("Trail clinic records other events (event selectors) than its stack says;"
                        + " somebody changed it: deploy the trail's own settings again.");
        assertThat(run.metrics()).containsExactly("TrailProblems");
    }

    @ParameterizedTest
    @CsvSource({
        "IsMultiRegionTrail, false, records other regions",
        "IncludeGlobalServiceEvents, false, treats events of global services otherwise",
        "CloudWatchLogsLogGroupArn, '', sends events to another log group",
        "KmsKeyId, arn:aws:kms:eu-west-1:111122223333:key/bone, encrypts with another key",
        "KmsKeyId, '', encrypts with another key",
    })
    void findsASettingThatWasChanged(String name, String value, String finding) {
        SignedTrail.fresh().hours(27, 0);
        LocalAws.CLOUD_TRAIL.trail(name, value.equals("false") ? (Object) false : value);

        assertThat(new DailyRun().findings()).singleElement().asString().contains(finding);
    }

    @Test
    void takesTheOlderKindOfSelectorForWhatItMeans() {
        assertThat(differ(MANAGEMENT, "{\"eventSelectors\":[{\"readWriteType\":\"All\"}]}"))
                .isFalse();
        assertThat(differ(MANAGEMENT, "{}")).isFalse();
        assertThat(differ(MANAGEMENT, "{\"eventSelectors\":[{\"readWriteType\":\"WriteOnly\"}]}"))
                .isTrue();
        assertThat(differ(MANAGEMENT, "{\"eventSelectors\":[{\"excludeManagementEventSources\":[\"kms\"]}]}"))
                .isTrue();
        assertThat(differ(DATA.formatted("[\"a\",\"b\"]", ""), CLASSIC.formatted("All", false)))
                .isFalse();
        assertThat(differ(DATA.formatted("[\"a\",\"b\"]", ""), CLASSIC.formatted("All", true)))
                .isTrue();
        assertThat(differ(DATA.formatted("[\"a\",\"b\"]", ""), CLASSIC.formatted("ReadOnly", false)))
                .isTrue();
    }

    @Test
    void countsStoresWhereTheirNamesWereTooLong() {
        String two = DATA.formatted("2", ",\"counted\":true");

        assertThat(differ(two, DATA.formatted("[\"x\",\"y\"]", ""))).isFalse();
        assertThat(differ(two, DATA.formatted("[\"x\"]", ""))).isTrue();
        assertThat(differ(two, CLASSIC.formatted("All", false))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "one, arn:aws:kms:eu-west-1:1:key/one, false",
        "alias/one, arn:aws:kms:eu-west-1:1:key/one, false",
        "alias/one, , true",
        "one, arn:aws:kms:eu-west-1:1:key/two, true",
    })
    void knowsAKeyByItsIdAndNotByItsAlias(String expected, String found, boolean differs) {
        String key = found == null ? "{}" : "{\"kmsKeyId\":\"" + found + "\"}";

        assertThat(differ("{\"kmsKeyId\":\"" + expected + "\"}", key)).isEqualTo(differs);
    }

    @Test
    void expectsNothingWhereNobodyKnows() {
        assertThat(TrailExpectation.parse("{}").none()).isTrue();
        assertThatThrownBy(() -> TrailExpectation.parse("[")).hasMessage("TRAIL_EXPECTED is no JSON object");
    }

    private static boolean differ(String expected, String found) {
        return !TrailExpectation.parse(expected)
                .faults("clinic", TrailExpectation.parse(found).settings())
                .isEmpty();
    }
}
