package io.cordon.network;

import io.cordon.policies.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.IVpc;

/** What AWS accepts of a network, as sentences about what it would refuse. */
final class NetworkRules {
    // AWS: a VPC is /28 to /16; below /24 an eighth of it would be no room for three zones.
    static final int WIDEST = 16;
    static final int NARROWEST = 24;

    private static final Pattern ZONE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+-\\d+[a-z]");

    private NetworkRules() {}

    static List<String> ofNewVpc(String cidr, List<String> zones) {
        var problems = new ArrayList<String>();
        problems.addAll(ofCidr(cidr));
        if (zones.size() < 2 || zones.size() > 3) {
            problems.add("availabilityZones: " + zones + "; two or three; name zones of the region, as in eu-west-1a");
        }
        problems.addAll(repeated("availabilityZones", zones));
        zones.stream()
                .filter(zone -> !unresolved(zone) && !ZONE.matcher(zone).matches())
                .map(zone -> "availabilityZones: " + zone + "; a zone's name; write it as eu-west-1a")
                .forEach(problems::add);
        return problems;
    }

    static List<String> ofGivenVpc(IVpc vpc, List<String> zones) {
        var problems = new ArrayList<String>();
        if (vpc.getIsolatedSubnets().isEmpty()) {
            problems.add("vpc: no isolated subnet; at least one; import it with isolatedSubnetIds");
        }
        if (!zones.isEmpty()) {
            problems.add("availabilityZones: " + zones + "; none with a vpc of your own; leave them out");
        }
        return problems;
    }

    static List<String> ofRetention(Duration retention) {
        var accepted = RetentionPolicy.current().cloudWatchLogsDays().value();
        double days = retention.toSeconds().doubleValue() / 86_400;
        return accepted.stream().anyMatch(period -> period == days)
                ? List.of()
                : List.of("logRetention: " + retention.toHumanString() + "; CloudWatch Logs accepts only " + accepted
                        + " days; take the next longer one");
    }

    private static List<String> ofCidr(String text) {
        if (unresolved(text)) {
            return List.of("cidr: a token; must be known at synth to divide it; write it as 10.0.0.0/16");
        }
        try {
            return ofCidr(Cidr.parse(text));
        } catch (IllegalArgumentException e) {
            return List.of("cidr: " + e.getMessage());
        }
    }

    private static List<String> ofCidr(Cidr cidr) {
        var problems = new ArrayList<String>();
        if (!cidr.isPrivate()) {
            problems.add("cidr: " + cidr + "; private addresses only (RFC 1918);"
                    + " take a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
        }
        if (cidr.prefix() < WIDEST || cidr.prefix() > NARROWEST) {
            problems.add("cidr: " + cidr + "; /" + WIDEST + " to /" + NARROWEST + "; change the prefix");
        }
        return problems;
    }

    static List<String> repeated(String property, List<String> values) {
        var seen = new HashSet<String>();
        return values.stream()
                .filter(value -> !seen.add(value))
                .map(value -> property + ": " + value + "; each once; remove the repetition")
                .toList();
    }

    static boolean unresolved(String value) {
        return Boolean.TRUE.equals(Token.isUnresolved(value));
    }
}
