package io.cordon.network;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every journey from or to a function of a network, tried out. */
final class Journeys {
    private static final int[] PORTS = {22, 53, 80, 443, 3389, 5432, 8080, 65_535};

    private Journeys() {}

    private static Stream<Reachability.Host> functions(Reachability it) {
        return it.network().subnets().stream().map(subnet -> it.function(subnet, 10));
    }

    private static Stream<String> escapesOf(Reachability it, Reachability.Host from) {
        return Stream.of("8.8.8.8", "172.31.0.9")
                .flatMap(address -> IntStream.of(PORTS)
                        .filter(port -> it.reaches(from, address, port))
                        .mapToObj(port -> from.subnet() + " " + address + ":" + port));
    }

    /** What functions reach by a route of the template: the internet, the private addresses of others. */
    static List<String> escapes(Reachability it) {
        return functions(it).flatMap(from -> escapesOf(it, from)).toList();
    }

    /** What functions ought to reach and do not: the endpoints, in every zone. */
    static List<String> unreached(Reachability it) {
        var gateways = functions(it)
                .flatMap(from -> it.network().endpoints("Gateway").stream()
                        .filter(gateway -> !it.reaches(from, gateway))
                        .map(gateway -> from.subnet() + " " + gateway.getKey()));
        var interfaces = functions(it)
                .flatMap(from -> it.network().endpoints("Interface").stream()
                        .flatMap(endpoint -> it.hosts(endpoint).stream()
                                .filter(host -> !it.reaches(from, host, 443))
                                .map(host -> from.subnet() + " " + endpoint.getKey() + " in " + host.subnet())));
        return Stream.concat(gateways, interfaces).toList();
    }

    /** What functions reach inside the VPC beside the HTTPS of endpoints. */
    static List<String> strays(Reachability it) {
        return functions(it)
                .flatMap(from -> Stream.concat(
                                functions(it).map(other -> it.function(other.subnet(), 11)),
                                it.network().endpoints("Interface").stream().flatMap(e -> it.hosts(e).stream()))
                        .flatMap(to -> IntStream.of(PORTS)
                                .filter(port -> port != 443 || to.groups().equals(from.groups()))
                                .filter(port -> it.reaches(from, to, port))
                                .mapToObj(port -> from + " " + to + ":" + port)))
                .toList();
    }

    /** What functions accept from the internet or from inside the VPC. */
    static List<String> intruders(Reachability it) {
        return functions(it)
                .flatMap(to -> IntStream.of(PORTS)
                        .filter(port -> it.accepts(to, "8.8.8.8", port) || it.accepts(to, "10.0.0.99", port))
                        .mapToObj(port -> to + ":" + port))
                .toList();
    }
}
