package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.assembly.TemplateResource;

/** Who may touch which store, queue, topic or key, by the policies of roles, users and groups. */
final class Access {
    private final FlowGraph graph;
    private final Principals principals;
    private final Endpoints endpoints;

    Access(FlowGraph graph, Principals principals, Endpoints endpoints) {
        this.graph = graph;
        this.principals = principals;
        this.endpoints = endpoints;
    }

    void read() {
        Actions.current().services().forEach(this::read);
    }

    private void read(String name, Actions.Known service) {
        var targets = new Targets(graph, service.types());
        for (var held : principals.statements()) {
            var actions = Actions.current().of(held.statement(), name);
            if (actions.isEmpty()) {
                continue;
            }
            targets.of(held).forEach(target -> {
                var grant = new Grant(
                        actions,
                        graph.resolver().readable(target.part()),
                        Conditions.of(held.statement(), held.by(), graph.resolver()),
                        Why.of(held.by(), held.property()));
                principals
                        .actors(held.holder())
                        .forEach(actor -> touch(actor, target.store(), service.endpoint(), grant));
            });
        }
    }

    private void touch(TemplateResource actor, TemplateResource store, String endpoint, Grant grant) {
        var from = graph.node(actor);
        var to = graph.node(store);
        var byLambda = graph.has(from, EdgeKind.FAILS_TO, to) || graph.has(from, EdgeKind.LOGS_TO, to);
        var through = byLambda ? Endpoints.BY_LAMBDA : endpoints.between(actor, endpoint);
        graph.access(from, to, EdgeKind.MAY_TOUCH, through, grant);
    }
}
