package io.cordon.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What AWS accepts of endpoints and their policies, as sentences about what it would refuse. */
final class EndpointRules {
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern PREFIX_LIST = Pattern.compile("pl-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final List<String> GATEWAYS = List.of("s3", "dynamodb");

    private EndpointRules() {}

    static List<String> ofServices(List<String> services) {
        var problems = new ArrayList<>(NetworkRules.repeated("interfaceEndpoints", services));
        for (var service : services) {
            if (GATEWAYS.contains(service)) {
                problems.add("interfaceEndpoints: " + service + "; has a gateway endpoint already; leave it out");
            } else if (service.startsWith("com.amazonaws.")
                    || !SERVICE.matcher(service).matches()) {
                problems.add("interfaceEndpoints: " + service
                        + "; a service's short name; write what follows the region, as in kms or bedrock-runtime");
            }
        }
        return problems;
    }

    static List<String> ofPolicies(Map<String, List<PolicyStatement>> policies, List<String> services) {
        var problems = new ArrayList<String>();
        policies.forEach((service, statements) -> {
            if (!GATEWAYS.contains(service) && !services.contains(service)) {
                problems.add("endpointPolicy: " + service + "; a service with an endpoint here; name it in"
                        + " interfaceEndpoints");
            }
            problems.addAll(ofPolicy(service, statements));
        });
        return problems;
    }

    static List<String> ofPolicy(String service, List<PolicyStatement> statements) {
        if (statements.isEmpty()) {
            return List.of(
                    "endpointPolicy: " + service + " has no statement; at least one; leave it out for the default");
        }
        return statements.stream().allMatch(PolicyStatement::getHasPrincipal)
                ? List.of()
                : List.of("endpointPolicy: " + service + " has a statement without a principal; each names one;"
                        + " add new AnyPrincipal()");
    }

    static List<String> ofOrganization(@Nullable String id) {
        return id == null
                        || NetworkRules.unresolved(id)
                        || ORGANIZATION.matcher(id).matches()
                ? List.of()
                : List.of("organization: " + id + "; an id of AWS Organizations; write it as o-a1b2c3d4e5");
    }

    static List<String> ofPrefixLists(List<String> lists) {
        var problems = new ArrayList<String>();
        if (lists.size() == 1) {
            problems.add("prefixLists: " + lists + "; both or neither, else one gateway endpoint is out of reach;"
                    + " give s3PrefixList and dynamoDbPrefixList");
        }
        lists.stream()
                .filter(id ->
                        !NetworkRules.unresolved(id) && !PREFIX_LIST.matcher(id).matches())
                .map(id -> "prefixLists: " + id + "; an id of a prefix list; write it as pl-0123abcd")
                .forEach(problems::add);
        return problems;
    }
}
