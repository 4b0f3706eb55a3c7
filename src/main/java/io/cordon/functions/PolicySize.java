package io.cordon.functions;

import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stands in for what CloudFormation will fill in, so that a policy can be measured before it is deployed. */
final class PolicySize {
    private static final Map<String, String> PSEUDO =
            Map.of("AWS::Partition", "aws", "AWS::Region", "ap-southeast-1", "AWS::AccountId", "000000000000");

    private PolicySize() {}

    /** Returns {@code resolved} with each reference replaced by a text as long as what it may become. */
    static Object deployed(Object resolved) {
        if (resolved instanceof List<?> list) {
            return list.stream().map(PolicySize::deployed).toList();
        }
        if (resolved instanceof Map<?, ?> map) {
            return map.size() == 1 ? function(map) : each(map);
        }
        return resolved;
    }

    private static Object function(Map<?, ?> map) {
        var name = String.valueOf(map.keySet().iterator().next());
        var argument = map.values().iterator().next();
        if (name.equals("Fn::Join") && argument instanceof List<?> join && join.get(1) instanceof List<?> parts) {
            return String.join(
                    String.valueOf(join.get(0)),
                    parts.stream().map(part -> String.valueOf(deployed(part))).toList());
        }
        if (name.equals("Ref") || name.startsWith("Fn::")) {
            return PSEUDO.getOrDefault(
                    String.valueOf(argument),
                    "x"
                            .repeat(LimitPolicy.current()
                                    .unresolvedReferenceCharacters()
                                    .value()));
        }
        return each(map);
    }

    private static Object each(Map<?, ?> map) {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), deployed(value)));
        return copy;
    }
}
