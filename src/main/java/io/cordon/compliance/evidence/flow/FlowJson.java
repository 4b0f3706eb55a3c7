package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.inventory.Asset;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** The file {@code data-flow.json}: nodes, edges, and what could not be followed. */
final class FlowJson implements Exhibit {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final List<String> LIMITS = List.of(
            "Read from the templates alone: what people and other accounts were given by hand is not in it.",
            "Edges of policies say what a statement allows; a denial, a boundary, an endpoint policy or a condition may"
                    + " narrow it.",
            "What a function does with what it may touch is not known here.",
            "unresolved lists what the templates name and nobody can follow before the deployment.");

    private final Function<Facts, Flow> reader;

    FlowJson(Function<Facts, Flow> reader) {
        this.reader = reader;
    }

    @Override
    public String file() {
        return "data-flow.json";
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        var flow = reader.apply(facts);
        var root = JSON.createObjectNode().put("schema", 1);
        root.set("limits", JSON.valueToTree(LIMITS));
        var nodes = root.putArray("nodes");
        var recording = new Recording(facts);
        flow.nodes().forEach(it -> nodes.add(node(it, recording.of(it))));
        var edges = root.putArray("edges");
        flow.edges().forEach(it -> edges.add(edge(it)));
        var unresolved = root.putArray("unresolved");
        flow.unresolved()
                .forEach(it ->
                        unresolved.add(JSON.<ObjectNode>valueToTree(it.why()).put("cause", it.cause())));
        var printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        JSON.writer(printer).writeValue(out, root);
        out.write('\n');
    }

    private static ObjectNode node(FlowNode node, String recorded) {
        var json = JSON.createObjectNode()
                .put("id", node.id())
                .put("name", node.name())
                .put("kind", node.kind().toString())
                .put("phi", node.phi());
        if (!node.note().isEmpty()) {
            json.put("note", node.note());
        }
        if (node.asset() != null) {
            json.setAll(asset(node.asset()));
        }
        return recorded.isEmpty() ? json : json.put("recorded", recorded);
    }

    private static ObjectNode asset(Asset asset) {
        return JSON.createObjectNode()
                .put("stack", asset.stack())
                .put("environment", asset.environment())
                .put("logicalId", asset.logicalId())
                .put("type", asset.type())
                .put("dataClass", asset.dataClass())
                .put("encryption", asset.encryption())
                .put("key", asset.key())
                .put("retention", asset.retention())
                .put("backup", asset.backup())
                .put("exposure", asset.exposure())
                .put("onDeletion", asset.onDeletion());
    }

    private static ObjectNode edge(FlowEdge edge) {
        var json = JSON.createObjectNode()
                .put("from", edge.from())
                .put("to", edge.to())
                .put("kind", edge.kind().toString());
        if (!edge.label().isEmpty()) {
            json.put("label", edge.label());
        }
        if (!edge.through().isEmpty()) {
            json.put("through", edge.through());
        }
        if (!edge.grants().isEmpty()) {
            json.set("may", JSON.valueToTree(edge.verbs()));
            json.set("grants", JSON.valueToTree(edge.grants()));
        }
        json.set("why", JSON.valueToTree(edge.why()));
        return json;
    }
}
