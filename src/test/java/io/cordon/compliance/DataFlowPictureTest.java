package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What {@code data-flow.svg} shows, whatever the app. */
class DataFlowPictureTest {
    private static final String PHI = "'Tags': [{'Key': 'cordon:data-class', 'Value': 'phi'}]";

    @Test
    void drawsWhoStartsWhatAndWherePhiLies() {
        var texts = texts(drawn("clinic", SmallClinic::in));

        assertThat(texts)
                .contains("Internet", "Api", "Reader", "Records", "some.model-1", "GET /records")
                .contains("key: Key (customer-managed)", "reads, writes Records", "not recorded by a trail")
                .contains("each route: IAM", "on events of Scans")
                .anyMatch(it -> it.contains("other resources of these stacks are in inventory.csv."));
    }

    @Test
    void saysWhatHoldsPhiInLettersToo() {
        var boxes = elements(drawn("tags", SmallClinic::in), "g");

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
        var boxes = elements(drawn("boxes", SmallClinic::in), "g").stream()
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
        var svg = drawn(
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

        assertThat(texts(svg)).contains("Scans", "Reader", "reads Scans", "Every reference could be followed.");
    }

    @Test
    void saysInWordsThatThereIsNoPhi() {
        var svg = drawn("none", template -> template.with("Scans", "AWS::S3::Bucket", "{}"));

        assertThat(texts(svg))
                .contains(
                        "No resource of this app states the data class phi, so there is no flow of PHI to draw.",
                        "1 stores and functions state no class: what they hold is not known here.",
                        "1 resources are in inventory.csv.");
    }

    @Test
    void takesNamesForNames() {
        var name = "<script>alert(1)</script> & \\u0007 \\ud83d\\ude00 " + "long ".repeat(60);
        var svg = drawn(
                "hostile",
                template -> template.with("Scans", "AWS::S3::Bucket", "{'BucketName': '" + name + "', " + PHI + "}")
                        .with(
                                "Role",
                                "AWS::IAM::Role",
                                "{'AssumeRolePolicyDocument': {'Statement': {'Principal': {'Service': '"
                                        + name
                                        + "'}}}, 'Policies': [{'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action':"
                                        + " 's3:*', 'Resource': 'arn:aws:s3:::" + name + "'}}}]}"));

        assertThat(svg).doesNotContain("<script", "\u0007");
        assertThat(texts(svg))
                .contains("Scans", "Role")
                .allSatisfy(it -> assertThat(it).hasSizeLessThan(140));
    }

    @Test
    void throwsAtNoShapeThatItDoesNotKnow() {
        var open = "{'Fn::If': ['A', {'Ref': 'AWS::NoValue'}, {'Ref': 'Nowhere'}]}";
        var svg = drawn(
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

        assertThat(svg).endsWith("</svg>\n");
    }

    private static String properties(String open) {
        return "{"
                + String.join(
                        ", ",
                        List.of(
                                        "Tags",
                                        "Policies",
                                        "PolicyDocument",
                                        "KeyPolicy",
                                        "Role",
                                        "Targets",
                                        "EventPattern",
                                        "Integration",
                                        "BucketEncryption",
                                        "LifecycleConfiguration",
                                        "BackupSelection",
                                        "VpcConfig",
                                        "KmsMasterKeyId",
                                        "AdvancedEventSelectors",
                                        "ServiceName",
                                        "Bucket")
                                .stream()
                                .map(it -> "'" + it + "': " + open)
                                .toList())
                + "}";
    }

    /** The picture stays in the build's folder, for whoever wants to see it. */
    private static String drawn(String name, Consumer<WrittenTemplate> content) {
        var svg =
                GatedApp.of(stack -> content.accept(WrittenTemplate.in(stack))).evidence("data-flow.svg");
        try {
            var folder = Files.createDirectories(Path.of("target", "data-flow"));
            Files.writeString(folder.resolve(name + ".svg"), svg);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return svg;
    }

    private static List<String> texts(String svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(String svg, String name) {
        var found = xml(svg).getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Document xml(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
