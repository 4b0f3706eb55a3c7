package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.RecordedException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** The acknowledgements on an app, a stage or a construct around stacks: no file of the assembly records them. */
final class AboveStacks {
    /** Each construct takes up to five requests, and 3,000 are too many for one callback: see {@link WholeRead}. */
    static final int MOST = 400;

    private final WholeRead cdk;
    private final List<RecordedException> exceptions = new ArrayList<>();
    private int visited;

    private AboveStacks(WholeRead cdk) {
        this.cdk = cdk;
    }

    static List<RecordedException> exceptions(IConstruct app, WholeRead cdk) {
        var above = new AboveStacks(cdk);
        above.visit(app);
        return List.copyOf(above.exceptions);
    }

    private void visit(IConstruct construct) {
        if (++visited > MOST) {
            throw new IllegalStateException("constructs outside stacks: more than " + MOST
                    + "; the gate reads each of them for acknowledgements; build them inside stacks");
        }
        var node = construct.getNode();
        var metadata = cdk.get(node, "metadata");
        if (!metadata.isEmpty()) {
            add(node.getPath(), metadata);
        }
        node.getChildren().stream().filter(child -> !(child instanceof Stack)).forEach(this::visit);
    }

    private void add(String path, JsonNode metadata) {
        for (var entry : metadata) {
            if (entry.path("type").asText().equals(Validations.ACKNOWLEDGED_RULES_METADATA_KEY)) {
                entry.path("data")
                        .properties()
                        .forEach(rule -> exceptions.add(new RecordedException(
                                path, rule.getKey(), rule.getValue().asText(), null)));
            }
        }
    }
}
