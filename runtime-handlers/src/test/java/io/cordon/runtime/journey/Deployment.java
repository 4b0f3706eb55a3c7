package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Manifest;
import java.util.Map;

/** A template that was deployed on this machine: stores made, price books written, functions behind their API and rules. */
record Deployment(Template template, DeployedFunctions functions, DeployedApi api, Arrivals arrivals) {
    static Deployment of(Template template) {
        LocalStores.make(template);
        DeployedFunctions functions = new DeployedFunctions(template);
        Deployment deployed = new Deployment(
                template, functions, new DeployedApi(template, functions), new Arrivals(template, functions));
        template.all("Custom::PriceBook").forEach(deployed::create);
        deployed.routesLeadWhereTheManifestSays();
        return deployed;
    }

    /** The route by which the manifest starts a function, once the API leads there too. */
    Route routeTo(String function) {
        Route named = Manifest.list(Manifest.function(function).get("routes"))
                .map(Route::in)
                .findFirst()
                .orElseThrow();
        Route served = api.routes().stream()
                .filter(named::leadsLike)
                .findFirst()
                .orElseThrow(() -> new Mismatch("The template's API has no route " + named
                        + ", by which the manifest starts " + function + elsewhere(function) + "."));
        String target = api.function(served).name();
        Mismatch.unless(
                target.equals(function),
                "The template's API sends " + served + " to " + target + "; the manifest starts " + function
                        + " by it.");
        return served;
    }

    private String elsewhere(String function) {
        return api.routeTo(function)
                .map(route -> "; the template starts it by " + route)
                .orElse("");
    }

    private void routesLeadWhereTheManifestSays() {
        Manifest.functions().stream()
                .filter(name -> functions.named(name).isPresent())
                .filter(name -> !Manifest.function(name).get("routes").isEmpty())
                .forEach(this::routeTo);
        api.routes().forEach(route -> {
            String target = api.function(route).name();
            Mismatch.unless(
                    Manifest.list(Manifest.function(target).get("routes"))
                            .map(Route::in)
                            .anyMatch(route::leadsLike),
                    "The template's API sends " + route + " to " + target + "; its manifest names no such route.");
        });
    }

    /** As CloudFormation makes a custom resource: every value becomes a text, and the function answers to an address. */
    private void create(Resource resource) {
        DeployedFunction writer = functions.at(template.text(resource.at("/ServiceToken")));
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            Map<String, Object> properties =
                    Json.MAPPER.convertValue(template.resolved(resource.properties()), Json.OBJECT);
            writer.answer(Json.MAPPER.valueToTree(waiting.event("Create", properties)));
            JsonNode answer = waiting.answer();
            Mismatch.unless(
                    answer.path("Status").asText().equals("SUCCESS"),
                    writer.name() + " refuses " + resource.id() + " of the template: "
                            + answer.path("Reason").asText());
        }
    }
}
