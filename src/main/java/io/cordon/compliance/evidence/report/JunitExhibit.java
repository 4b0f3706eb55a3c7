package io.cordon.compliance.evidence.report;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code TEST-compliance.xml}: the rules as tests, for build servers.
 *
 * <p>Each row of {@code controls.csv} is a test case, and each finding that has no row. A case fails if a finding stands;
 * what is excused, not evaluated or not applicable is skipped with the cause, so that none of it counts as passed. The file
 * has a failure if and only if the synth fails.
 */
public final class JunitExhibit implements Exhibit {
    private static final String NEWLINE = "\n";

    @Override
    public String file() {
        return "TEST-compliance.xml";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var suites = new TestCases(facts).byPack();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites");
            count(xml, "Cordon", suites.values().stream().flatMap(List::stream).toList());
            for (var suite : suites.entrySet()) {
                start(xml, "testsuite");
                count(xml, suite.getKey(), suite.getValue());
                for (var test : suite.getValue()) {
                    write(xml, test);
                }
                end(xml);
            }
            end(xml);
            xml.writeEndDocument();
            xml.writeCharacters(NEWLINE);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void count(XMLStreamWriter xml, String name, List<TestCase> tests) throws XMLStreamException {
        attribute(xml, "name", name);
        attribute(xml, "tests", String.valueOf(tests.size()));
        attribute(xml, "failures", count(tests, TestCase.Result.FAILED));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", count(tests, TestCase.Result.SKIPPED));
        attribute(xml, "time", "0");
    }

    private static String count(List<TestCase> tests, TestCase.Result result) {
        return String.valueOf(tests.stream().filter(it -> it.result() == result).count());
    }

    private static void write(XMLStreamWriter xml, TestCase test) throws XMLStreamException {
        start(xml, "testcase");
        attribute(xml, "classname", test.stack().isEmpty() ? "(app)" : test.stack());
        attribute(xml, "name", test.name());
        attribute(xml, "time", "0");
        var line = test.line();
        if (line != null) {
            attribute(xml, "file", line.file());
            attribute(xml, "line", String.valueOf(line.line()));
        }
        switch (test.result()) {
            case PASSED -> {}
            case SKIPPED -> explain(xml, "skipped", test);
            case FAILED -> explain(xml, "failure", test);
        }
        end(xml);
    }

    private static void explain(XMLStreamWriter xml, String element, TestCase test) throws XMLStreamException {
        start(xml, element);
        attribute(xml, "message", test.message());
        xml.writeCharacters(Plain.xml(test.details()));
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeCharacters(NEWLINE);
        xml.writeStartElement(element);
    }

    private static void end(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters(NEWLINE);
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Plain.attribute(value));
    }
}
