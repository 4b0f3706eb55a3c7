package io.cordon.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.SourceLine;
import io.cordon.compliance.evidence.Sources;
import io.cordon.storage.SecureTempBucket;
import io.cordon.testing.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.cloudformation.include.CfnInclude;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

class ConstructLinesTest {
    private static final Marked HERE = Marked.in(ConstructLinesTest.class);

    @TempDir
    Path directory;

    private App app;
    private ConstructLines lines;
    private Stack stack;

    @BeforeEach
    void newStack() {
        app = new App();
        lines = ConstructLines.of(app);
        stack = new Stack(app, "S"); // stack
    }

    @Test
    void knowsTheLineOfARawConstructAndOfABuilder() {
        new CfnResource(stack, "Raw", CfnResourceProps.builder().type("A::B::C").build()); // raw
        Queue.Builder.create(stack, "Built").fifo(true).build(); // built

        assertThat(line("S/Raw")).contains(HERE.line("raw"));
        assertThat(line("S/Built/Resource")).contains(HERE.line("built"));
    }

    @Test
    void takesTheNearestLineAboveForWhatTheCdkMakesByItself() {
        var bucket = new Bucket(stack, "B"); // bucket
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:GetObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .build());

        assertThat(line("S/B/Resource")).contains(HERE.line("bucket"));
        assertThat(line("S/B/Policy/Resource")).contains(HERE.line("bucket"));
        assertThat(line("S/Unheard")).contains(HERE.line("stack"));
    }

    @Test
    void knowsTheLineOfAFactoryAndOfAMethodThatAdds() {
        BackupPlan.daily35DayRetention(stack, "Plan"); // factory
        var vpc = new Vpc(stack, "V"); // vpc
        var s3 = GatewayVpcEndpointOptions.builder()
                .service(GatewayVpcEndpointAwsService.S3)
                .build();
        vpc.addGatewayEndpoint("S3", s3); // added
        new Wing(stack, "Wing"); // wing

        assertThat(line("S/Plan/Resource")).contains(HERE.line("factory"));
        assertThat(line("S/V/S3/Resource")).contains(HERE.line("added"));
        assertThat(line("S/V/Resource")).contains(HERE.line("vpc"));
        assertThat(line("S/Wing/Plan/Resource")).contains(HERE.line("factory of the wing"));
        assertThat(line("S/Wing")).contains(HERE.line("wing"));
    }

    @Test
    void keepsTheLineOfAConstructThatWasThereBeforeACallOfTheSameId() {
        new Queue(stack, "Twice"); // first
        Tags.of(stack).add("Twice", "is a tag");
        stack.addDependency(new Stack(app, "Other"), "Twice");

        assertThat(line("S/Twice/Resource")).contains(HERE.line("first"));
    }

    @Test
    void knowsTheLineInsideAConstructOfTheUserAndTheLineThatMadeIt() {
        new Clinic(stack, "Clinic", "Files"); // clinic

        assertThat(line("S/Clinic")).contains(HERE.line("clinic"));
        assertThat(line("S/Clinic/Files/Resource")).contains(HERE.line("files"));
        assertThat(line("S/Clinic/Log/Resource")).contains(HERE.line("log"));
    }

    @Test
    void knowsTheLineInsideAConstructThatHasAFileOfItsOwn() {
        new Ward(stack, "Ward"); // ward

        assertThat(line("S/Ward")).contains(HERE.line("ward"));
        assertThat(line("S/Ward/Files/Resource")).contains(Marked.in(Ward.class).line("files of the ward"));
    }

    @Test
    void givesEachConstructOfALoopTheSameLine() {
        for (var id : List.of("One", "Two/Half", "Three")) {
            new Queue(stack, id); // loop
        }

        assertThat(List.of("S/One", "S/Two--Half", "S/Three"))
                .allSatisfy(path -> assertThat(line(path)).contains(HERE.line("loop")));
    }

    @Test
    void knowsStagesAndNestedStacks() {
        var stage = new Stage(app, "Prod");
        new Bucket(new NestedStack(new Stack(stage, "Store"), "Inner"), "B"); // nested

        assertThat(line("Prod/Store/Inner/B/Resource")).contains(HERE.line("nested"));
    }

    @Test
    void takesAnIncludedTemplateForTheLineThatIncludesIt() throws IOException {
        var template = Files.writeString(
                directory.resolve("seed.json"), "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}");
        CfnInclude.Builder.create(stack, "T").templateFile(template.toString()).build(); // include

        assertThat(line("S/T/Topic")).contains(HERE.line("include"));
    }

    @Test
    void knowsWhatWasMadeInsideAConstructThatTheCdkMade() {
        var vpc = new Vpc(stack, "V");
        new Queue((Construct) vpc.getPublicSubnets().get(0), "InSubnet"); // subnet

        assertThat(line("S/V/PublicSubnet1/InSubnet/Resource")).contains(HERE.line("subnet"));
    }

    @Test
    void namesTheLineOfOurOwnConstructsInThisRepository() {
        new SecureTempBucket(
                stack,
                "Temp",
                io.cordon.storage.SecureTempBucketProps.builder()
                        .encryptionKey(new Key(stack, "K"))
                        .accessLogs(new Bucket(stack, "Logs"))
                        .build());

        assertThat(line("S/Temp/Bucket/Resource").orElseThrow().file())
                .isEqualTo("src/main/java/io/cordon/storage/TempBucketParts.java");
    }

    private Optional<SourceLine> line(String path) {
        return sources().of(path);
    }

    private Sources sources() {
        return lines.sources();
    }

    /** A user's construct, with a constructor that calls another one of its own. */
    private static final class Clinic extends Construct {
        Clinic(Construct scope, String id) {
            super(scope, id);
            new Log(this); // log
        }

        Clinic(Construct scope, String id, String files) {
            this(scope, id);
            new Bucket(this, files); // files
        }
    }

    private static final class Wing extends Construct {
        Wing(Construct scope, String id) {
            super(scope, id);
            BackupPlan.daily35DayRetention(this, "Plan"); // factory of the wing
        }
    }

    private static final class Log extends Queue {
        Log(Clinic clinic) {
            super(clinic, "Log");
        }
    }
}
