package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.policies.MendPolicy;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;

/** What a mend says to write must be there to be written. */
class MendsTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*(?:\\.\\w+)*");

    @Test
    void eachRuleOfThePacksHasOneAndNothingElseHas() {
        var rules = HipaaGuardrails.PACKS.stream()
                .flatMap(pack -> NagRules.current().of(pack).stream())
                .map(NagRules.Rule::name)
                .distinct();

        assertThat(MendPolicy.current().mends()).containsOnlyKeys(rules.toList());
    }

    @Test
    void namesOnlyClassesAndMethodsThatTheCdkOrWeHave() {
        var names = PublicNames.ofTheCdkAndUs();

        assertThat(MendPolicy.current().mends())
                .allSatisfy((rule, mend) -> assertThat(namesIn(mend))
                        .as(rule)
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(names.has(name)).as(name).isTrue()));
    }

    @Test
    void seesANameThatIsNotThere() {
        var names = PublicNames.ofTheCdkAndUs();

        for (var wrong :
                List.of("Buckett", "Bucket.Builder.versionned", "BlockPublicAccess.BLOCK_SOME", "Peer.anyIpv5")) {
            assertThat(names.has(wrong)).as(wrong).isFalse();
        }
        for (var right : List.of("Bucket", "Bucket.Builder.versioned", "BlockPublicAccess.BLOCK_ALL", "Peer.anyIpv4")) {
            assertThat(names.has(right)).as(right).isTrue();
        }
    }

    @Test
    void isPrintedByTheSynthAndKeptInTheEvidence() {
        var app = GatedApp.of(stack -> new Bucket(stack, "B"));

        assertThat(app.report().findValuesAsText("suggestedFix"))
                .contains("Set `Bucket.Builder.enforceSsl(true)`; " + "`SecureTempBucket` and `AuditBucket` do.");
        assertThat(app.outcome().facts().observations())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.mend()).as(it.ruleId()).isNotEmpty());
    }

    @Test
    void isThatOfTheRuleWhateverStandsInBracketsBehindIt() {
        assertThat(NagRules.mend(NagRules.HIPAA, "HIPAA.Security-RDSLoggingEnabled[LogExport::audit]"))
                .contains("cloudwatchLogsExports");
        assertThat(NagRules.mend("AwsSolutions", "AwsSolutions-S1")).isEmpty();
    }

    @Test
    void saysSomethingElseOfAFindingThatIsNone() {
        var app = GatedApp.of(stack -> {
            var vpc = new Vpc(stack, "V");
            SecurityGroup.Builder.create(stack, "G")
                    .vpc(vpc)
                    .build()
                    .addIngressRule(Peer.ipv4(vpc.getVpcCidrBlock()), Port.SSH);
        });

        assertThat(app.outcome().facts().observations())
                .filteredOn(it -> it.ruleId().endsWith("EC2RestrictedSSH"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.mend()).startsWith("Write what the rule reads as a literal value"));
    }

    private static Stream<String> namesIn(String mend) {
        return CODE.matcher(mend)
                .results()
                .map(code -> code.group(1).replaceAll("\"[^\"]*\"", ""))
                .flatMap(code -> NAME.matcher(code).results())
                .map(MatchResult::group)
                .filter(name -> !name.equals("List.of"));
    }
}
