package io.cordon.compliance.evidence.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which resources of one service a statement speaks of. */
final class Targets {
    private final FlowGraph graph;
    private final Resolver resolver;
    private final List<TemplateResource> stores;

    Targets(FlowGraph graph, List<String> types) {
        this.graph = graph;
        this.resolver = graph.resolver();
        this.stores = graph.resources().stream()
                .filter(it -> types.contains(it.type()))
                .toList();
    }

    /**
     * One resource that a statement speaks of.
     *
     * @param store the resource
     * @param part the part of it; empty if none is named
     */
    record Target(TemplateResource store, String part) {}

    Stream<Target> of(Principals.Held held) {
        if (held.statement().has("NotResource")) {
            return near(held.by()).map(it -> new Target(it, "all but what NotResource names"));
        }
        return PolicyText.many(held.statement().path("Resource")).flatMap(it -> of(it, held));
    }

    private Stream<Target> of(JsonNode resource, Principals.Held held) {
        var text = resolver.text(resource, held.by().stack());
        var mentioned = resolver.mentioned(text);
        if (!mentioned.isEmpty()) {
            return resolver.resource(text, held.by()).filter(stores::contains).stream()
                    .map(it -> new Target(it, part(text)));
        }
        if (text.contains(PolicyText.GAP)) {
            if (stores.stream().anyMatch(it -> covers(text, it))) {
                unresolved(held, "names " + resolver.readable(text) + ", which only the deployment knows");
            }
            return Stream.of();
        }
        var named = PolicyText.isWild(text)
                ? Optional.<TemplateResource>empty()
                : resolver.resource(text, held.by()).filter(stores::contains);
        if (named.isPresent()) {
            return named.stream().map(it -> new Target(it, ""));
        }
        var covered = near(held.by()).filter(it -> covers(text, it)).toList();
        if (covered.isEmpty() && isOurs(text)) {
            unresolved(held, "names " + text + ", which is no resource of these templates");
        }
        return covered.stream().map(it -> new Target(it, ""));
    }

    /** A wildcard reaches the account and region of who says it. */
    private Stream<TemplateResource> near(TemplateResource speaker) {
        return stores.stream().filter(it -> resolver.environment(it).equals(resolver.environment(speaker)));
    }

    private boolean isOurs(String text) {
        return stores.stream()
                .map(it -> resolver.arn(it).split(":", 4)[2])
                .anyMatch(it -> text.startsWith("arn:aws:" + it));
    }

    private boolean covers(String glob, TemplateResource store) {
        var arn = resolver.arn(store);
        var named = resolver.name(store)
                .map(it -> arn.substring(0, arn.indexOf('\uE000')) + it + arn.substring(arn.indexOf('\uE001') + 1));
        var test = PolicyText.covering(glob);
        return Stream.concat(Stream.of(arn), named.stream())
                .anyMatch(it -> test.test(it) || test.test(it + "/any") || sameName(glob, it));
    }

    /** Account and region count only where both are known. */
    private static boolean sameName(String glob, String arn) {
        var one = glob.split(":", 6);
        var other = arn.split(":", 6);
        if (one.length < 6 || other.length < 6 || !other[4].equals("unknown") && !one[4].equals("unknown")) {
            return false;
        }
        return one[2].equals(other[2]) && PolicyText.covering(one[5]).test(other[5]);
    }

    /** What follows the name of a store in an ARN, such as a prefix of keys. */
    private static String part(String text) {
        var end = text.lastIndexOf('\uE001');
        var part = end < 0 ? "" : text.substring(end + 1);
        return part.equals("/*") || part.equals(":*") ? "" : part;
    }

    private void unresolved(Principals.Held held, String cause) {
        graph.unresolved(held.by(), held.property(), cause);
    }
}
