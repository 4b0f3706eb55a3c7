package io.cordon.api;

import io.cordon.policies.ApiPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with the routes of an API, and with what is said of them. */
final class RouteProblems {
    private static final ApiPolicy API = ApiPolicy.current();

    private final ProtectedRestApiProps.Builder props;
    private final List<String> problems = new ArrayList<>();

    RouteProblems(ProtectedRestApiProps.Builder props) {
        this.props = props;
    }

    List<String> all() {
        routes();
        places();
        siblings();
        manifest();
        mentions();
        return problems;
    }

    private void routes() {
        if (props.routes.isEmpty()) {
            problems.add("routes: none; an API answers at least one; add route(\"GET /status\", function)");
        }
        var keys = new HashSet<String>();
        for (var route : props.routes) {
            if (!route.isWellFormed()) {
                problems.add(
                        "route: " + route.key() + "; GET, HEAD, POST, PUT, PATCH or DELETE, a space and a path that"
                                + " starts with / and does not end with one; write GET /jobs/{id}");
            } else if (!keys.add(route.key())) {
                problems.add("route: " + route.key() + "; given twice; keep one");
            }
        }
    }

    private void places() {
        long resources = props.routes.stream()
                .flatMap(route -> route.resources().stream())
                .distinct()
                .count();
        if (resources > API.pathResources().value()) {
            problems.add("routes: " + resources + " path resources; API Gateway takes "
                    + API.pathResources().value() + "; divide them over two APIs");
        }
    }

    /** API Gateway takes one variable for each place in a path: {@code /jobs/{id}} excludes {@code /jobs/{job}/log}. */
    private void siblings() {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        props.routes.stream().flatMap(route -> route.resources().stream()).forEach(resource -> {
            int end = resource.lastIndexOf('/');
            var last = resource.substring(end + 1);
            if (ApiRoute.isVariable(last)) {
                names.computeIfAbsent(resource.substring(0, end) + "/", it -> new TreeSet<>())
                        .add(last);
            }
        });
        names.forEach((parent, found) -> {
            if (found.size() > 1) {
                problems.add("routes: " + String.join(" and ", found) + " below " + parent
                        + "; API Gateway takes one variable there; use the same name");
            }
        });
    }

    private void manifest() {
        props.routeless.forEach(function -> problems.add(
                "routesOf: " + function + "; the manifest has no route for it; leave it out, or use route(…)"));
        int longest = API.integrationSeconds().value();
        props.routes.stream()
                .filter(route -> route.seconds() > longest)
                .forEach(route -> problems.add("routesOf: " + route.key() + " may take " + route.seconds()
                        + " s; API Gateway waits " + longest + " s; make the work a job"));
    }

    private void mentions() {
        var keys = props.routes.stream().map(ApiRoute::key).collect(Collectors.toSet());
        props.open.forEach((route, reason) -> {
            if (!keys.contains(route)) {
                problems.add("open: " + route + "; no such route; known are " + new TreeSet<>(keys));
            }
            if (reason.strip().length() < API.shortestOpenReason().value()) {
                problems.add("open: " + route + "; the reason \"" + reason + "\" says too little; "
                        + API.shortestOpenReason().value() + " characters at least: why can nobody have a token?");
            }
        });
        props.bodies.keySet().stream()
                .filter(route -> !keys.contains(route) || route.startsWith("GET ") || route.startsWith("HEAD "))
                .forEach(route -> problems.add(
                        "body: " + route + "; no such route with a body; known are " + new TreeSet<>(keys)));
    }
}
