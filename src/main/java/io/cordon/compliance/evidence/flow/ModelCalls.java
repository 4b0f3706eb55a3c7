package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may call which model of Amazon Bedrock. */
final class ModelCalls {
    private static final List<String> CALLS = List.of(
            "bedrock:InvokeModel",
            "bedrock:InvokeModelWithBidirectionalStream",
            "bedrock:InvokeModelWithResponseStream",
            "bedrock:CreateModelInvocationJob",
            "bedrock-mantle:CreateInference");
    private static final String ANY = "any model";

    private final FlowGraph graph;
    private final Principals principals;
    private final Endpoints endpoints;

    ModelCalls(FlowGraph graph, Principals principals, Endpoints endpoints) {
        this.graph = graph;
        this.principals = principals;
        this.endpoints = endpoints;
    }

    void read() {
        principals.statements().forEach(this::read);
    }

    private void read(Principals.Held held) {
        var calls = calls(held).distinct().sorted().toList();
        if (calls.isEmpty()) {
            return;
        }
        models(held).distinct().forEach(model -> {
            var actions = new TreeMap<String, List<String>>();
            actions.put("call", calls);
            var grant = new Grant(
                    actions,
                    model.part(),
                    Conditions.of(held.statement(), held.by(), graph.resolver()),
                    Why.of(held.by(), held.property()));
            principals.actors(held.holder()).forEach(actor -> ask(actor, model.name(), grant));
        });
    }

    private void ask(TemplateResource actor, String model, Grant grant) {
        graph.access(
                graph.node(actor),
                graph.outside(NodeKind.MODEL, model),
                EdgeKind.MAY_ASK,
                endpoints.between(actor, "bedrock-runtime"),
                grant);
    }

    private static Stream<String> calls(Principals.Held held) {
        var statement = held.statement();
        if (statement.has("NotAction")) {
            var left = PolicyText.many(statement.path("NotAction"))
                    .map(PolicyText::text)
                    .toList();
            return CALLS.stream()
                    .filter(call -> left.stream()
                            .noneMatch(it -> PolicyText.covering(it).test(call)));
        }
        return PolicyText.many(statement.path("Action"))
                .map(PolicyText::text)
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("bedrock:invoke")
                        || CALLS.stream()
                                .anyMatch(call -> PolicyText.covering(it).test(call)));
    }

    /**
     * One model that a statement names.
     *
     * @param name its id without geography
     * @param part how it is named: a profile or a model of a region
     */
    private record Model(String name, String part) {}

    private Stream<Model> models(Principals.Held held) {
        return held.statement().has("NotResource")
                ? Stream.of(new Model(ANY, "all but what NotResource names"))
                : PolicyText.many(held.statement().path("Resource"))
                        .map(it -> graph.resolver().text(it, held.by().stack()))
                        .map(this::model);
    }

    private Model model(String arn) {
        var readable = graph.resolver().readable(arn);
        var parts = readable.split(":", 6);
        var name = parts.length < 6 ? "" : parts[5].replaceFirst("^[^/]*/", "");
        if (name.isEmpty() || name.equals("*")) {
            return new Model(ANY, readable);
        }
        var bare = parts[5].startsWith("inference-profile/")
                ? name.replaceFirst("^(us|us-gov|eu|apac|au|ca|jp|global)\\.", "")
                : name;
        return new Model(bare, parts[5] + (parts[3].isEmpty() ? "" : " in " + parts[3]));
    }
}
