package io.cordon.compliance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The picture of one app's data flow; it stays in the build's folder, for whoever wants to see it. */
record DrawnFlow(String svg) {

    static DrawnFlow of(String name, Consumer<WrittenTemplate> content) {
        var svg =
                GatedApp.of(stack -> content.accept(WrittenTemplate.in(stack))).evidence("data-flow.svg");
        try {
            var folder = Files.createDirectories(Path.of("target", "data-flow"));
            Files.writeString(folder.resolve(name + ".svg"), svg);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new DrawnFlow(svg);
    }

    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    List<Element> boxes() {
        return elements("g");
    }

    private List<Element> elements(String name) {
        var found = xml().getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private Document xml() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
