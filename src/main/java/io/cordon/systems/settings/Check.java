package io.cordon.systems.settings;

import io.cordon.ai.ModelCatalog;
import io.cordon.network.Cidr;
import io.cordon.policies.GeographyPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.storage.WebOrigin;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one stage's settings; each adds a problem and none stops.
 *
 * @param context the context key under which the stage is overridden
 * @param problems where problems are added
 */
public record Check(String context, List<Problem> problems) {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,256}");

    private void problem(Property property, Object value, String limit, String mend) {
        problems.add(new Problem(at(property), String.valueOf(value), limit, mend));
    }

    /** Returns how a problem names a setting of this stage. */
    public String at(Property property) {
        return context + " " + property.path();
    }

    /** Checks that a number is within bounds, both included. */
    public void within(Property property, int value, int least, int most, String unit) {
        if (value < least || value > most) {
            problem(property, value, "must be " + least + " to " + most + " " + unit, "choose a value in between");
        }
    }

    /** Checks that CloudWatch Logs accepts a period, and that it is not below {@code least}. */
    public void logDays(Property property, int value, int least) {
        var accepted = RetentionPolicy.current().cloudWatchLogsDays().value();
        if (!accepted.contains(value) || value < least) {
            var fit = accepted.stream().filter(days -> days >= least).toList();
            var next = fit.stream().filter(days -> days >= value).findFirst().orElse(fit.get(fit.size() - 1));
            problem(property, value + " days", "CloudWatch Logs accepts " + fit, "choose " + next);
        }
    }

    /** Checks an account id, where one is given. */
    public void account(Property property, @Nullable String value) {
        if (value != null && !ACCOUNT.matcher(value).matches()) {
            problem(property, value, "must be 12 digits", "write the account id, or leave it out");
        }
    }

    /** Checks a region's form; its existence is a matter of the deployment. */
    public void region(Property property, String value) {
        if (!REGION.matcher(value).matches()) {
            problem(property, value, "must be a region", "write it as eu-west-1");
        }
    }

    /** Checks that a second region is another one of the geography of the first, which PHI does not leave. */
    public void sameGeography(Property property, String second, Optional<GeographyPolicy.Geography> first) {
        var regions = first.map(GeographyPolicy.Geography::regions).orElse(List.of());
        if (!regions.contains(second)) {
            problem(property, second, "must be of the same geography as placement.region", "choose one of " + regions);
        }
    }

    /** Checks that each model may see PHI and answers within the geography. */
    public void models(
            Property property, List<String> ids, ModelCatalog catalog, Optional<GeographyPolicy.Geography> geography) {
        if (ids.isEmpty() || geography.isEmpty()) {
            problem(property, ids, "must be models that answer in the geography of the region", "name at least one");
            return;
        }
        for (var id : ids) {
            try {
                catalog.model(id).in(geography.get().id());
            } catch (IllegalArgumentException e) {
                problem(property, id, "must be a model that may see PHI", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Checks that a choice, where one is made, is among those that another setting allows. */
    public void oneOf(Property property, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            problem(property, value, "must be one of " + allowed, "choose one of them, or allow it");
        }
    }

    /** Checks that there are two or three zones of one region, all different. */
    public void zones(Property property, List<String> zones, String region) {
        if (zones.size() < 2 || zones.size() > 3 || new HashSet<>(zones).size() < zones.size()) {
            problem(property, zones, "must be two or three different zones", "name zones such as " + region + "a");
        }
        zones.stream()
                .filter(zone -> !zone.matches(Pattern.quote(region) + "[a-z]"))
                .forEach(zone ->
                        problem(property, zone, "must be a zone of " + region, "name zones such as " + region + "a"));
    }

    /** Checks a private address block and returns it if it is one. */
    public Optional<Cidr> cidr(Property property, String value) {
        try {
            var cidr = Cidr.parse(value);
            if (cidr.isPrivate() && cidr.prefix() >= 16 && cidr.prefix() <= 24) {
                return Optional.of(cidr);
            }
            problem(property, value, "must be a private block from /16 to /24", "write it as 10.0.0.0/16");
        } catch (IllegalArgumentException e) {
            problem(property, value, "must be a private IPv4 block from /16 to /24", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** Checks an e-mail address, where one is given. */
    public void email(Property property, @Nullable String value) {
        if (value != null && !EMAIL.matcher(value).matches()) {
            problem(property, value, "must be an e-mail address", "write it as alerts@example.org");
        }
    }

    /** Checks a value that becomes a tag. */
    public void tag(Property property, String value) {
        if (!TAG.matcher(value).matches()) {
            problem(
                    property,
                    value.isEmpty() ? "empty" : value,
                    "must be 1 to 256 letters, digits, spaces and _.:/=+-@",
                    "say who answers for it");
        }
    }

    /** Checks web origins: a scheme, a host, perhaps a port, and nothing behind. */
    public void origins(Property property, List<String> values, boolean local) {
        if (values.isEmpty()) {
            problem(property, "none", "must name at least one origin", "write it as https://app.example.org");
        }
        values.stream()
                .filter(value -> !WebOrigin.isAllowed(value, local))
                .forEach(value -> problem(
                        property,
                        value,
                        "must be an https origin without path" + (local ? ", or http://localhost:<port>" : ""),
                        "write it as https://app.example.org"));
    }

    /**
     * The place of one setting.
     *
     * @param path its keys, joined by dots
     */
    public record Property(String path) {}
}
