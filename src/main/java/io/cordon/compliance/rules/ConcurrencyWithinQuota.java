package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.StackTemplate;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.policies.LimitPolicy;
import java.util.List;
import java.util.Set;

/**
 * All reservations of one account and region leave Lambda what it asks for.
 *
 * <p>A deployment that reserves too much fails half way, in whichever stack comes last. Stacks that name no account are
 * taken to share one.
 */
final class ConcurrencyWithinQuota implements Rule {
    private static final String FUNCTION = "AWS::Lambda::Function";

    @Override
    public String asks() {
        return "The reserved concurrency of one account and region stays within its quota.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(a)(7)(i)");
    }

    @Override
    public Set<String> types() {
        return Set.of(FUNCTION);
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var environment = app.stacks().stream()
                .filter(stack -> stack.path().equals(resource.stack()))
                .map(StackTemplate::environment)
                .findFirst()
                .orElseThrow();
        var reserved = app.stacks().stream()
                .filter(stack -> stack.environment().equals(environment))
                .flatMap(stack -> stack.resources().stream())
                .filter(other -> other.type().equals(FUNCTION))
                .mapToInt(other ->
                        other.properties().path("ReservedConcurrentExecutions").asInt())
                .sum();
        var limits = LimitPolicy.current();
        var quota = limits.accountConcurrency().value()
                - limits.unreservedConcurrency().value();
        return reserved <= quota
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "The functions of " + environment + " reserve " + reserved + " concurrent executions; " + quota
                                + " can be reserved.",
                        "Reserve less, or raise the quota and policies/limits.json.");
    }
}
