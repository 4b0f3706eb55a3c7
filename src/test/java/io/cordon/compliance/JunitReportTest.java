package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.testing.Marked;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;

/** What a build server reads. */
class JunitReportTest {
    private static final String REASON = "A copy elsewhere would outlive what expires here.";

    @Test
    void aFindingThatStandsIsAFailureWithItsMendAndItsLine() throws Exception {
        var app = report(stack -> new Bucket(stack, "B")); // bucket
        var test = app.test("HIPAA.Security-S3BucketLoggingEnabled S/B/Resource");

        assertThat(test.getAttribute("classname")).isEqualTo("S");
        assertThat(test.getAttribute("file")).isEqualTo("src/test/java/io/cordon/compliance/JunitReportTest.java");
        assertThat(test.getAttribute("line"))
                .isEqualTo("" + Marked.in(JunitReportTest.class).line("bucket").line());
        assertThat(children(test, "failure")).singleElement().satisfies(failure -> {
            assertThat(failure.getAttribute("message"))
                    .isEqualTo(failure.getTextContent().lines().findFirst().orElseThrow());
            assertThat(failure.getTextContent())
                    .contains(
                            "\nWhy: ",
                            "\nMend: Set `Bucket.Builder.serverAccessLogsBucket",
                            "\nLine: src/test/java/",
                            "\nCites: 164.");
        });
    }

    @Test
    void whatIsExcusedOrNotEvaluatedIsSkippedWithItsCause() throws Exception {
        var report =
                report(stack -> Acknowledge.on(new Bucket(stack, "B")).hipaa("S3BucketReplicationEnabled", REASON));

        assertThat(children(report.test("HIPAA.Security-S3BucketReplicationEnabled S/B/Resource"), "skipped"))
                .singleElement()
                .satisfies(it -> assertThat(it.getAttribute("message"))
                        .startsWith("Acknowledged: " + REASON + " Owner: ")
                        .endsWith("Until: 2028-11-30."));
        assertThat(children(report.test("DataClassStated S/B/Resource"), "skipped"))
                .singleElement()
                .satisfies(it -> assertThat(it.getAttribute("message")).startsWith("Not Evaluated: "));
    }

    @Test
    void everyRowIsATestAndTheCountsAreRight() throws Exception {
        var report = report(stack -> new Bucket(stack, "B"));
        var suites = children(report.root, "testsuite");

        assertThat(report.tests()).hasSize(report.app.outcome().controls().size());
        assertThat(suites)
                .extracting(it -> it.getAttribute("name"))
                .containsExactly("Cordon", "HIPAA.Security", "NIST.800.53.R5");
        for (var suite : suites) {
            var tests = children(suite, "testcase");
            assertThat(suite.getAttribute("tests")).isEqualTo("" + tests.size());
            assertThat(suite.getAttribute("failures")).isEqualTo("" + with(tests, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo("" + with(tests, "skipped"));
        }
        assertThat(report.root.getAttribute("tests"))
                .isEqualTo("" + report.tests().size());
    }

    @Test
    void hasAFailureIfAndOnlyIfTheSynthFails() throws Exception {
        List<Consumer<Stack>> apps = List.of(
                stack -> {},
                stack -> Key.Builder.create(stack, "K").enableKeyRotation(true).build(),
                stack -> new Bucket(stack, "B"),
                stack -> Acknowledge.on(Key.Builder.create(stack, "K")
                                .enableKeyRotation(true)
                                .build())
                        .hipaa("S3BucketReplicationEnabled", REASON));

        for (var app : apps) {
            var report = report(app);
            assertThat(report.root.getAttribute("failures").equals("0"))
                    .isEqualTo(report.app.outcome().passes());
        }
    }

    @Test
    void aRefusedExceptionIsAFailureOfItsOwn() throws Exception {
        var report = report(stack -> Acknowledge.on(new Key(stack, "K")).hipaa("S3BucketReplicationEnabled", REASON));

        assertThat(report.tests())
                .filteredOn(it -> it.getAttribute("name").equals("MatchesNothing S/K"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(children(it, "failure")).hasSize(1));
    }

    private static Report report(Consumer<Stack> content) throws Exception {
        var app = GatedApp.of(content);
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(app.evidence("TEST-compliance.xml"))));
        return new Report(app, document.getDocumentElement());
    }

    private static long with(List<Element> tests, String child) {
        return tests.stream().filter(it -> !children(it, child).isEmpty()).count();
    }

    private static List<Element> children(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private record Report(GatedApp app, Element root) {
        List<Element> tests() {
            return children(root, "testcase");
        }

        Element test(String name) {
            return tests().stream()
                    .filter(it -> it.getAttribute("name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name));
        }
    }
}
