package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What {@code data-flow.svg} shows, whatever the app. */
class DataFlowPictureTest {
    private static final String PHI = "'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]";

    @Test
    void drawsWhoStartsWhatAndWherePhiLies() {
        var texts = DrawnFlow.of("clinic", SmallClinic::in).texts();

        assertThat(texts)
                .contains("Internet", "Api", "Reader", "Records", "some.model-1", "GET /records")
                .contains("key: Key (customer-managed)", "reads, writes Records", "not recorded by a trail")
                .contains("each route: IAM", "on events of Scans")
                .anyMatch(it -> it.contains("Other resources of these stacks, in inventory.csv: "));
    }

    @Test
    void saysWhatHoldsPhiInLettersToo() {
        var boxes = DrawnFlow.of("tags", SmallClinic::in).boxes();

        assertThat(boxes)
                .filteredOn(box -> box.getElementsByTagName("rect")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("class")
                        .getNodeValue()
                        .equals("phi"))
                .isNotEmpty()
                .allSatisfy(box -> assertThat(box.getTextContent()).contains("PHI"));
    }

    @Test
    void noBoxLiesOverAnother() {
        var boxes = DrawnFlow.of("boxes", SmallClinic::in).boxes().stream()
                .map(box -> (Element) box.getElementsByTagName("rect").item(0))
                .toList();

        assertThat(boxes)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(boxes)
                        .filteredOn(other -> other != one && number(other, "x") == number(one, "x"))
                        .allSatisfy(other -> assertThat(number(one, "y") >= number(other, "y") + number(other, "height")
                                        || number(other, "y") >= number(one, "y") + number(one, "height"))
                                .isTrue()));
    }

    @Test
    void drawsOneBucketAndOneFunction() {
        var picture = DrawnFlow.of(
                "small",
                template -> template.with("Scans", "AWS::S3::Bucket", "{" + PHI + "}")
                        .with(
                                "Role",
                                "AWS::IAM::Role",
                                "{'AssumeRolePolicyDocument': {'Statement': []}, 'Policies':"
                                        + " [{'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'}}}]}")
                        .with(
                                "Reader",
                                "AWS::Lambda::Function",
                                "{'Role': {'Fn::GetAtt': ['Role', 'Arn']}, " + PHI + "}"));

        assertThat(picture.texts()).contains("Scans", "Reader", "reads Scans", "Every reference could be followed.");
    }

    @Test
    void saysInWordsThatThereIsNoPhi() {
        var picture = DrawnFlow.of("none", template -> template.with("Scans", "AWS::S3::Bucket", "{}"));

        assertThat(picture.texts())
                .contains(
                        "No resource of this app states the data class phi, so there is no flow of PHI to draw.",
                        "Stores and functions that state no class: 1. What they hold is not known here.",
                        "Resources in inventory.csv: 1.");
    }

    @Test
    void takesNamesForNames() {
        var name = "<script>alert(1)</script> & \\u0007 \\ud83d\\ude00 " + "long ".repeat(60);
        var picture = DrawnFlow.of(
                "hostile",
                template -> template.with("Scans", "AWS::S3::Bucket", "{'BucketName': '" + name + "', " + PHI + "}")
                        .with(
                                "Role",
                                "AWS::IAM::Role",
                                "{'AssumeRolePolicyDocument': {'Statement': {'Principal': {'Service': '"
                                        + name
                                        + "'}}}, 'Policies': [{'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action':"
                                        + " 's3:*', 'Resource': 'arn:aws:s3:::" + name + "'}}}]}"));

        assertThat(picture.svg()).doesNotContain("<script", "\u0007");
        assertThat(picture.texts())
                .contains("Scans", "Role")
                .allSatisfy(it -> assertThat(it).hasSizeLessThan(140));
    }

    @Test
    void throwsAtNoShapeThatItDoesNotKnow() {
        var open = "{'Fn::If': ['A', {'Ref': 'AWS::NoValue'}, {'Ref': 'Nowhere'}]}";
        var picture = DrawnFlow.of(
                "open",
                template -> List.of(
                                "AWS::S3::Bucket",
                                "AWS::SQS::Queue",
                                "AWS::IAM::Role",
                                "AWS::Lambda::Function",
                                "AWS::Events::Rule",
                                "AWS::ApiGateway::Method",
                                "AWS::Backup::BackupSelection",
                                "AWS::CloudTrail::Trail",
                                "AWS::EC2::VPCEndpoint",
                                "AWS::S3::BucketPolicy",
                                "AWS::KMS::Key")
                        .forEach(type -> template.with(type.replace(":", ""), type, properties(open))));

        assertThat(picture.svg()).endsWith("</svg>\n");
    }

    private static String properties(String open) {
        return Stream.of(
                        ("Tags Policies PolicyDocument KeyPolicy Role Targets EventPattern Integration BucketEncryption"
                                        + " LifecycleConfiguration BackupSelection VpcConfig KmsMasterKeyId AdvancedEventSelectors"
                                        + " ServiceName Bucket")
                                .split(" "))
                .map(it -> "'" + it + "': " + open)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
