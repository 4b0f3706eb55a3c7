package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.inventory.Asset;
import io.cordon.compliance.evidence.inventory.Inventory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The file {@code data-flow.svg}: the flow of PHI as a picture, laid out here, the same for the same templates. */
final class FlowPicture implements Exhibit {
    private final Function<Facts, Flow> reader;

    FlowPicture(Function<Facts, Flow> reader) {
        this.reader = reader;
    }

    @Override
    public String file() {
        return "data-flow.svg";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var pictures = new Drawn(facts, reader.apply(facts)).pictures();
        var svg = new Sheet(pictures, pictures.isEmpty() ? nothing(facts) : List.of()).svg();
        out.write(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** What is said in place of a picture. */
    private static List<String> nothing(Facts facts) {
        var assets = Inventory.assets(facts);
        var silent = assets.stream()
                .filter(it -> it.dataClass().equals(Asset.NOT_STATED))
                .filter(it -> NodeKind.of(it.type()).holds() || NodeKind.of(it.type()) == NodeKind.FUNCTION)
                .count();
        return List.of(
                "No resource of this app states the data class phi, so there is no flow of PHI to draw.",
                silent == 0
                        ? "Every store and function states another class, or there is none."
                        : "Stores and functions that state no class: " + silent + ". What they hold is not known here.",
                "Resources in inventory.csv: " + assets.size() + ".");
    }
}
