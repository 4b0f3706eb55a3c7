package io.cordon.account;

import io.cordon.audit.HipaaTrail;
import io.cordon.audit.TrailWatch;
import io.cordon.observe.AlarmTopics;
import io.cordon.observe.monitors.Severity;
import java.util.List;
import software.amazon.awscdk.RemovalPolicies;
import software.amazon.awscdk.RemovalPolicyProps;
import software.amazon.awscdk.services.s3.ObjectLockMode;
import software.constructs.Construct;

/** The trail of what anybody changes in the account, in all regions; its daily check; and who hears of what they find. */
final class AccountTrail {
    /** What a trail needs to go on after its stack is gone; key, bucket and log group stay anyway. */
    private static final List<String> STAYS =
            List.of("AWS::CloudTrail::Trail", "AWS::S3::BucketPolicy", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy");

    private final HipaaTrail trail;

    AccountTrail(Construct scope, CordonAccountProps props) {
        var topics = topics(scope, props);
        var security = topics.getTopic(Severity.SECURITY);
        this.trail = new HipaaTrail(
                scope,
                "Trail",
                it -> it.trailName("cordon-account")
                        .managementEvents()
                        .objectLock(props.irrevocable ? ObjectLockMode.COMPLIANCE : ObjectLockMode.GOVERNANCE)
                        .alarmTopic(security));
        // Its name is fixed: left behind by a failed first deployment, the trail would stop the second.
        RemovalPolicies.of(trail)
                .retainOnUpdateOrDelete(
                        RemovalPolicyProps.builder().applyToResourceTypes(STAYS).build());
        new TrailWatch(
                scope,
                "TrailWatch",
                it -> it.trail(trail.getTrail())
                        .bucket(trail.getBucket())
                        .key(trail.getKey())
                        .functionKey(trail.getKey())
                        .alarmTopic(security));
    }

    HipaaTrail trail() {
        return trail;
    }

    private static AlarmTopics topics(Construct scope, CordonAccountProps props) {
        return new AlarmTopics(scope, "Topics", it -> {
            it.only(Severity.SECURITY);
            props.alertEmails.forEach(address -> it.email(Severity.SECURITY, address));
        });
    }
}
