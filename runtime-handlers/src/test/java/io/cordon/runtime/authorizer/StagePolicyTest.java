package io.cordon.runtime.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.Gateway;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagePolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/api/v1", "/*/../x", "/a%2Fb", "/a/GET/b", "/\n", "/${aws:username}", "/arn:aws:x"})
    void takesNothingOfThePath(String path) {
        assertThat(resource(Gateway.STAGE + "/GET" + path)).isEqualTo(Gateway.STAGE + "/*/*");
    }

    @Property(tries = 300)
    void takesNothingOfAnyPath(@ForAll String path) {
        assertThat(resource(Gateway.STAGE + "/POST/" + path)).isEqualTo(Gateway.STAGE + "/*/*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-cn:execute-api:cn-north-1:111122223333:a1/dev",
                "arn:aws-us-gov:execute-api:us-gov-west-1:111122223333:a1/test-invoke-stage"
            })
    void worksInEveryPartition(String stage) {
        assertThat(resource(stage + "/DELETE/x")).isEqualTo(stage + "/*/*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5",
                "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod",
                "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/",
                "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*/GET/",
                "arn:aws:execute-api:eu-west-1:111122223333:*/prod/GET/",
                "arn:aws:execute-api:*:*:a1b2c3d4e5/prod/GET/",
                "arn:aws:lambda:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/"
            })
    void failsOnWhatIsNoMethodOfARestApi(String methodArn) {
        assertThatThrownBy(() -> StagePolicy.of(methodArn)).isInstanceOf(Outage.class);
    }

    private static String resource(String methodArn) {
        return StagePolicy.of(methodArn).toString().replaceFirst(".*Resource=([^,}]*).*", "$1");
    }
}
