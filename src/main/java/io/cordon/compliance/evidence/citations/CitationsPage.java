package io.cordon.compliance.evidence.citations;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.HtmlPage;
import io.cordon.policies.SecurityRule;
import java.io.IOException;
import java.io.OutputStream;

/** {@code citations.html}: every provision of the Security Rule with what a synth says of it, to be read and printed. */
public final class CitationsPage implements Exhibit {
    @Override
    public String file() {
        return "citations.html";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var reading = new Reading(facts, CitationTable.of(facts, SecurityRule.current()));
        HtmlPage.write(out, (html, interceptor) -> JteprovisionsGenerated.render(html, interceptor, reading));
    }
}
