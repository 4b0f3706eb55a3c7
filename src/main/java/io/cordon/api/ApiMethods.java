package io.cordon.api;

import io.cordon.policies.ApiPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CfnModel;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.apigateway.IAuthorizer;
import software.amazon.awscdk.services.apigateway.IModel;
import software.amazon.awscdk.services.apigateway.IRequestValidator;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Model;
import software.amazon.awscdk.services.apigateway.RequestValidatorOptions;
import software.amazon.awscdk.services.apigateway.RestApi;

/** The methods of an API: each validated, each behind the authorizer but for those that state why not. */
final class ApiMethods {
    private static final ApiPolicy POLICY = ApiPolicy.current();

    private final RestApi api;
    private final ProtectedRestApiProps props;
    private final IAuthorizer authorizer;
    private final IRequestValidator validator;

    ApiMethods(RestApi api, IAuthorizer authorizer, ProtectedRestApiProps props) {
        this.api = api;
        this.props = props;
        this.authorizer = authorizer;
        this.validator = api.addRequestValidator(
                "Validator",
                RequestValidatorOptions.builder()
                        .validateRequestBody(true)
                        .validateRequestParameters(true)
                        .build());
    }

    void add() {
        props.routes.forEach(this::method);
        if (!props.origins.isEmpty()) {
            props.routes.stream()
                    .collect(Collectors.groupingBy(ApiRoute::path, TreeMap::new, Collectors.toList()))
                    .forEach(this::preflight);
        }
    }

    private void method(ApiRoute route) {
        var integration = LambdaIntegration.Builder.create(route.target())
                .timeout(Duration.seconds(POLICY.integrationSeconds().value()))
                // A test from the console would go around the firewall.
                .allowTestInvoke(false)
                .build();
        var options = MethodOptions.builder()
                .requestValidator(validator)
                .requestParameters(required(route))
                .requestModels(models(route));
        var reason = props.open.get(route.key());
        var method = api.getRoot()
                .resourceForPath(route.path())
                .addMethod(
                        route.method(),
                        integration,
                        reason == null
                                ? options.authorizer(authorizer).build()
                                : options.authorizationType(AuthorizationType.NONE)
                                        .build());
        if (reason != null) {
            Objects.requireNonNull(method.getNode().getDefaultChild()).getNode().addMetadata("cordon:open", reason);
        }
    }

    private static Map<String, Boolean> required(ApiRoute route) {
        var required = new TreeMap<String, Boolean>();
        route.parameters().forEach(name -> required.put("method.request.path." + name, true));
        return required;
    }

    /** For each content type: where none matches, API Gateway would not validate at all. */
    private Map<String, IModel> models(ApiRoute route) {
        var schema = props.bodies.get(route.key());
        if (schema == null) {
            return Map.of();
        }
        var id = "Body" + route.key().replaceAll("[^A-Za-z0-9]", "");
        var model = CfnModel.Builder.create(api, id)
                .restApiId(api.getRestApiId())
                .contentType("application/json")
                .schema(schema)
                .build();
        var deployment = Objects.requireNonNull(api.getLatestDeployment());
        deployment.addToLogicalId(new TreeMap<>(Map.of("body", route.key(), "schema", schema)));
        deployment.getNode().addDependency(model);
        var byName = Model.fromModelName(api, id + "Model", model.getRef());
        return new TreeMap<>(Map.of("application/json", byName, "$default", byName));
    }

    private void preflight(String path, List<ApiRoute> routes) {
        api.getRoot()
                .resourceForPath(path)
                .addCorsPreflight(CorsOptions.builder()
                        .allowOrigins(props.origins)
                        .allowMethods(
                                routes.stream().map(ApiRoute::method).sorted().toList())
                        .allowHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key"))
                        .maxAge(Duration.seconds(POLICY.corsMaxAgeSeconds().value()))
                        .build());
    }
}
