package io.cordon.compliance.evidence.flow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where PHI is and goes.
 *
 * @param nodes by id
 * @param edges by their ends
 * @param unresolved what could not be followed
 */
record Flow(List<FlowNode> nodes, List<FlowEdge> edges, List<Unresolved> unresolved) {
    Map<String, FlowNode> byId() {
        return nodes.stream().collect(Collectors.toMap(FlowNode::id, Function.identity()));
    }

    boolean hasPhi() {
        return nodes.stream().anyMatch(FlowNode::isPhi);
    }
}
