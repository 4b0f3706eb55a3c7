package io.cordon.audit;

import io.cordon.compliance.DataClass;
import io.cordon.keys.LogGroupAccess;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.interfaces.cloudtrail.ITrailRef;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Records who did what, for six years or more, in files that nobody can change unseen.
 *
 * <p>One trail per account records management events; each system has one of its own for the data events of its PHI
 * stores, in their region. A signal on a trail that does not record it is refused when its metric is asked for.
 */
public final class HipaaTrail extends Construct implements TrailMetrics {
    private final IKey key;
    private final IBucket bucket;
    private final TrailLogs logs;
    private final CfnTrail trail;
    private final TrailSignals signals;
    private final String trailName;
    private final String logFiles;

    /** Creates the trail as {@code props} says: {@code it -> it.trailName("clinic-data").dataEventsOf(uploads)}. */
    public HipaaTrail(Construct scope, String id, Consumer<HipaaTrailProps.Builder> props) {
        this(scope, id, HipaaTrailProps.from(props));
    }

    /**
     * Creates the trail.
     *
     * @throws IllegalArgumentException if a store is in a region that the trail does not record
     */
    public HipaaTrail(Construct scope, String id, HipaaTrailProps props) {
        super(scope, id);
        TrailSelectors.checkRegions(props, Stack.of(this).getRegion());

        this.trailName = props.trailName;
        this.logFiles = TrailAccess.logFiles(props, Stack.of(this));
        this.key = props.encryptionKey != null ? props.encryptionKey : rotatingKey(props);
        this.bucket = props.bucket != null ? props.bucket : TrailArchive.create(this, key, props);
        LogGroupAccess.allow(key, Stack.of(this));
        this.logs = new TrailLogs(this, key, props);
        this.trail = trail(props, access(props));
        this.signals = new TrailSignals(this, logs.group(), props);
        DataClass.of(this).audit();
    }

    /** Returns the trail. */
    public ITrailRef getTrail() {
        return trail;
    }

    /** Returns the trail's ARN. */
    public String getTrailArn() {
        return trail.getAttrArn();
    }

    /** Returns the trail's name. */
    public String getTrailName() {
        return trailName;
    }

    /** Returns the bucket of the log files and their digests. */
    public IBucket getBucket() {
        return bucket;
    }

    /** Returns the log group in which the trail can be searched. */
    public ILogGroup getLogGroup() {
        return logs.group();
    }

    /** Returns the key that encrypts log files, digests and log group. */
    public IKey getKey() {
        return key;
    }

    /**
     * Lets {@code reader} list, read and decrypt this trail's files, and no others of the bucket. One of another account
     * must be let in by the bucket's policy too.
     */
    public Grant grantRead(IGrantable reader) {
        return TrailAccess.read(bucket, logFiles, reader).combine(key.grantDecrypt(reader));
    }

    @Override
    public Metric metric(String signal) {
        return signals.metric(signal);
    }

    private IKey rotatingKey(HipaaTrailProps props) {
        return Key.Builder.create(this, "Key")
                .description("Encrypts the trail " + getNode().getPath())
                .enableKeyRotation(true)
                .removalPolicy(props.removalPolicy)
                .build();
    }

    private List<IDependable> access(HipaaTrailProps props) {
        var access = new TrailAccess(Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("cloudtrail")
                        .resource("trail")
                        .resourceName(trailName)
                        .build()));
        access.to(key);
        if (props.bucket != null) {
            access.toBucketKeyUnder(key);
        }
        return access.to(bucket, logFiles);
    }

    private CfnTrail trail(HipaaTrailProps props, List<IDependable> first) {
        var created = CfnTrail.Builder.create(this, "Trail")
                .trailName(trailName)
                .isLogging(true)
                .enableLogFileValidation(true)
                .isMultiRegionTrail(props.managementEvents)
                .includeGlobalServiceEvents(props.managementEvents)
                .advancedEventSelectors(TrailSelectors.of(props, Stack.of(this)))
                .insightSelectors(TrailSelectors.insights(props))
                .s3BucketName(bucket.getBucketName())
                .s3KeyPrefix(props.keyPrefix)
                .kmsKeyId(key.getKeyArn())
                .cloudWatchLogsLogGroupArn(logs.group().getLogGroupArn())
                .cloudWatchLogsRoleArn(logs.role().getRoleArn())
                .build();
        // CloudTrail writes to bucket and log group before it says that a trail exists.
        created.getNode().addDependency(logs);
        created.getNode().addDependency(first.toArray(IDependable[]::new));
        return created;
    }
}
