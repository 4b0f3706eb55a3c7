package io.cordon.functions;

import io.cordon.compliance.DataClass;
import io.cordon.policies.LimitPolicy;
import io.cordon.policies.RetentionPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong in the properties of a {@link RuntimeFunction}, each as one sentence. */
final class RuntimeFunctionCheck {
    private static final Pattern ROOT = Pattern.compile("([A-Za-z0-9._-]+/)*");

    private final RuntimeFunctionProps.Builder props;
    private final FunctionManifest manifest;

    RuntimeFunctionCheck(RuntimeFunctionProps.Builder props, FunctionManifest manifest) {
        this.props = props;
        this.manifest = manifest;
    }

    /** Adds the problems and returns the function's entry, if it has one. */
    @Nullable
    FunctionEntry problemsInto(List<String> problems) {
        numbers(problems);
        var entry = entry();
        if (entry == null) {
            problems.add(
                    "function: " + (props.function == null ? "missing" : props.function + " is not in the manifest")
                            + "; known are " + manifest.names() + "; name one of them");
            return null;
        }
        network(entry, problems);
        bindings(entry, problems);
        settings(entry, problems);
        if (problems.isEmpty()) {
            environment(entry, problems);
        }
        return entry;
    }

    private @Nullable FunctionEntry entry() {
        return manifest.functions().stream()
                .filter(entry -> entry.name().equals(props.function))
                .findFirst()
                .orElse(null);
    }

    private void numbers(List<String> problems) {
        if (props.key == null) {
            problems.add(
                    "key: missing; environment, log and dead letters are encrypted under a key of yours; give one");
        }
        var quota = LimitPolicy.current().accountConcurrency().value()
                - LimitPolicy.current().unreservedConcurrency().value();
        if (props.reservedConcurrency < 1) {
            problems.add("reservedConcurrency: " + props.reservedConcurrency
                    + "; at least 1, and the sum over the account at most " + quota + "; reserve what it may need");
        }
        var periods = RetentionPolicy.current().cloudWatchLogsDays().value();
        if (!periods.contains(props.logRetention)) {
            problems.add("logRetention: " + props.logRetention + " days; CloudWatch Logs accepts " + periods
                    + "; choose one of them");
        }
    }

    private void network(FunctionEntry entry, List<String> problems) {
        if (entry.internet() && props.network != null) {
            problems.add("network: given; " + entry.name()
                    + " must reach the internet, which the isolated subnets do not; leave it out");
        }
        var reason = props.controlPlane;
        if (!entry.internet() && props.network == null && reason == null) {
            problems.add("network: missing; " + entry.name() + " runs inside the VPC; give VPC and security group");
        }
        if (reason != null) {
            controlPlane(entry, reason, problems);
        }
    }

    private void controlPlane(FunctionEntry entry, String reason, List<String> problems) {
        if (props.network != null) {
            problems.add("controlPlane: given beside a network; inside a VPC nothing is excused; leave one out");
        }
        if (entry.internet()) {
            problems.add("controlPlane: given; the manifest says already why " + entry.name()
                    + " runs outside the VPC; leave it out");
        }
        if (entry.dataClass() == DataClass.PHI) {
            problems.add("controlPlane: given; PHI passes through " + entry.name()
                    + ", which stays inside the VPC; give VPC and security group");
        }
        if (reason.isBlank()) {
            problems.add("controlPlane: blank; an exception needs a reason; say it in one sentence");
        }
    }

    private void bindings(FunctionEntry entry, List<String> problems) {
        props.bindings.forEach((name, bound) -> {
            if (bound instanceof BoundResource.Bucket bucket
                    && !ROOT.matcher(bucket.root()).matches()) {
                problems.add("bind: " + name + " is bound under " + bucket.root()
                        + "; letters, digits, dots, dashes and slashes, ending in a slash; correct it");
            }
        });
        var named = manifest.resourcesOf(entry);
        named.forEach((name, kind) -> {
            var bound = props.bindings.get(name);
            if (bound == null) {
                problems.add("bind: " + name + " is not bound; " + entry.name() + " uses this " + word(kind)
                        + (kind.isEncrypted() ? "; bind it with its key" : "; bind it"));
            } else if (bound.kind() != kind) {
                problems.add("bind: " + name + " is bound to a " + word(bound.kind()) + "; the manifest says "
                        + word(kind) + "; bind one");
            } else if (bound instanceof BoundResource.Keys keys && keys.keys().isEmpty()) {
                problems.add("bind: " + name + " is bound to no key; at least one; give it");
            }
        });
        surplus("bind", props.bindings, List.copyOf(named.keySet()), problems);
    }

    private void settings(FunctionEntry entry, List<String> problems) {
        var read = FunctionEnvironment.settingsOf(entry);
        read.stream()
                .filter(name -> !props.settings.containsKey(name))
                .forEach(name -> problems.add(
                        "setting: " + name + " is not set; a variable of " + entry.name() + " reads it; give a value"));
        surplus("setting", props.settings, List.copyOf(read), problems);
    }

    private void surplus(String property, Map<String, ?> given, List<String> used, List<String> problems) {
        given.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> problems.add(property + ": " + name + " is used by nothing in " + props.function
                        + "; it uses " + used + "; remove it"));
    }

    private void environment(FunctionEntry entry, List<String> problems) {
        var bytes = FunctionEnvironment.bytes(FunctionEnvironment.of(entry, props.bindings, props.settings));
        var limit = LimitPolicy.current().functionEnvironmentBytes().value();
        if (bytes > limit) {
            problems.add("setting: the environment of " + entry.name() + " has " + bytes + " bytes; at most " + limit
                    + "; shorten the longest value");
        }
    }

    private static String word(Operation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
