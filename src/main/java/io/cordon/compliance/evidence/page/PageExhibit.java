package io.cordon.compliance.evidence.page;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.HtmlPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code index.html}: one file without scripts, to be read, printed and signed.
 *
 * @param others the other files of the pack, which the page leads to
 */
public record PageExhibit(List<String> others) implements Exhibit {
    @Override
    public String file() {
        return "index.html";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var page = Page.of(facts, others);
        HtmlPage.write(out, (html, interceptor) -> JteindexGenerated.render(html, interceptor, page));
    }
}
