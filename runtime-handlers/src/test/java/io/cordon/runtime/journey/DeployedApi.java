package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.journey.DeployedFunctions.Calling;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API of a template, as API Gateway serves it. */
final class DeployedApi {
    private static final String SERVICE = "apigateway.amazonaws.com";
    private static final Pattern INVOCATION =
            Pattern.compile("arn:aws:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/(.+)/invocations");

    private static final String URI = "/Integration/Uri";

    private final Template template;
    private final DeployedFunctions functions;
    private final Map<String, DeployedAuthorizer> authorizers = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final String id;
    private final String stage;

    DeployedApi(Template template, DeployedFunctions functions) {
        this.template = template;
        this.functions = functions;
        this.id = template.name(only("AWS::ApiGateway::RestApi"));
        this.stage = template.name(only("AWS::ApiGateway::Stage"));
    }

    /** The answer to a call, and the id under which API Gateway knows it. */
    record Answered(Answer answer, String requestId) {}

    /** The routes that lead to a function. */
    List<Route> routes() {
        return template.all("AWS::ApiGateway::Method").stream()
                .filter(method -> method.at("/Integration/Type").asText().equals("AWS_PROXY"))
                .map(method -> Route.of(template, method))
                .toList();
    }

    /** The function that a route leads to. */
    DeployedFunction function(Route route) {
        String source =
                arn() + "/" + stage + "/" + route.method() + route.path().replaceAll("\\{[^}]+}", "x");
        return called(route.resource().at(URI), source, "The route " + route);
    }

    /** The route that leads to the function of this name, whether or not it may be called. */
    Optional<Route> routeTo(String function) {
        return routes().stream()
                .filter(route -> functions
                        .find(functionIn(route.resource().at(URI), "The route " + route))
                        .filter(found -> found.name().equals(function))
                        .isPresent())
                .findFirst();
    }

    /** Serves one call. */
    Answered answer(Call call) {
        Route route = routes().stream()
                .filter(candidate -> candidate.takes(call))
                .findFirst()
                .orElseThrow(() ->
                        new Mismatch("The template's API has no route for " + call.method() + " " + call.path() + "."));
        String requestId = "gateway-request-" + requests.incrementAndGet();
        ObjectNode event = call.event(route, id, stage, requestId);
        String methodArn = arn() + "/" + stage + "/" + call.method() + call.path();
        DeployedAuthorizer.Decision decision = authorizer(route).ask(call, event, methodArn);
        if (decision.refused().isPresent()) {
            return new Answered(byItself(decision.refused().getAsInt()), requestId);
        }
        event.withObject("/requestContext").set("authorizer", decision.context());
        return new Answered(Answer.of(function(route).answer(event)), requestId);
    }

    private DeployedAuthorizer authorizer(Route route) {
        JsonNode reference = route.resource().at("/AuthorizerId");
        Mismatch.unless(
                route.resource().at("/AuthorizationType").asText().equals("CUSTOM") && reference.has("Ref"),
                "The template's API lets anybody call " + route + ": the route has no authorizer.");
        return authorizers.computeIfAbsent(template.text(reference), name -> {
            Resource authorizer = template.resource(reference.path("Ref").asText());
            DeployedFunction function =
                    called(authorizer.at("/AuthorizerUri"), arn() + "/authorizers/" + name, "The authorizer " + name);
            boolean known = Manifest.list(Manifest.function(function.name()).get("events"))
                    .anyMatch(event -> event.path("kind").asText().equals("authorizer"));
            Mismatch.unless(
                    known,
                    "The template's API asks " + function.name()
                            + " whom it may let in; the manifest names authorizer.");
            return new DeployedAuthorizer(template, authorizer, function);
        });
    }

    private static Answer byItself(int status) {
        return new Answer(status, MissingNode.getInstance(), MissingNode.getInstance(), "");
    }

    private DeployedFunction called(JsonNode uri, String source, String who) {
        return functions.called(functionIn(uri, who), new Calling(who, SERVICE, source));
    }

    private String functionIn(JsonNode uri, String who) {
        Matcher invocation = INVOCATION.matcher(template.text(uri));
        Mismatch.unless(invocation.matches(), who + " of the template calls no function.");
        return invocation.group(1);
    }

    private String arn() {
        return "arn:aws:execute-api:" + Names.REGION + ":" + Names.ACCOUNT + ":" + id;
    }

    private Resource only(String type) {
        List<Resource> all = template.all(type);
        Mismatch.unless(all.size() == 1, "The template holds " + all.size() + " of " + type + ", not one.");
        return all.get(0);
    }
}
