package io.cordon.compliance.evidence;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page of the pack as bytes: whatever a name holds, it is read as text and seen as it is. */
public final class HtmlPage {
    private static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput out) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput out) {}
    };

    private HtmlPage() {}

    /** Draws one page: what the build made of a template in {@code src/main/jte}. */
    @FunctionalInterface
    public interface Drawing {
        /** Draws into {@code out}. */
        void draw(HtmlTemplateOutput out, HtmlInterceptor interceptor);
    }

    /** Writes the page; the caller closes the stream. */
    public static void write(OutputStream out, Drawing drawing) throws IOException {
        var text = new VisibleText(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        drawing.draw(new OwaspHtmlTemplateOutput(new WriterOutput(text)), NOTHING);
        text.flush();
    }
}
