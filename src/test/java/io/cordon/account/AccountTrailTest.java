package io.cordon.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Synthesized;
import org.junit.jupiter.api.Test;

class AccountTrailTest {
    private static final Synthesized ALL =
            Synthesized.app(app -> new CordonAccount(app, "Account", it -> it.managementTrail(true)));

    /** The trail's name is fixed: one that a failed first deployment left behind would stop every other. */
    @Test
    void outlivesItsStackButNotAFailedFirstDeployment() {
        assertThat(ALL.resources("Account", "AWS::CloudTrail::Trail"))
                .singleElement()
                .satisfies(trail -> {
                    assertThat(trail.at("/Properties/TrailName").asText()).isEqualTo("cordon-account");
                    assertThat(trail.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
                    assertThat(trail.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
    }

    /** What a locked bucket holds cannot be deleted: to try would end the rollback in a failure of its own. */
    @Test
    void keepsABucketThatCannotBeEmptied() {
        assertThat(ALL.resources("Account", "AWS::S3::Bucket"))
                .isNotEmpty()
                .allSatisfy(bucket ->
                        assertThat(bucket.path("DeletionPolicy").asText()).isEqualTo("Retain"));
    }
}
