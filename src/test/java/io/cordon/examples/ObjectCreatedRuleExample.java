package io.cordon.examples;

import io.cordon.functions.ObjectCreatedRule;
import io.cordon.functions.RuntimeFunction;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

public final class ObjectCreatedRuleExample extends Stack {
    /** What the stack has already: a function whose manifest names an event {@code object-created}. */
    public record Work(RuntimeFunction process, IKey phiKey) {}

    public ObjectCreatedRuleExample(Construct scope, String id, Function<Stack, Work> have) {
        super(scope, id);
        var work = have.apply(this);
        // example:start
        var arrivals = new ObjectCreatedRule(
                this, "Arrivals", it -> it.function(work.process()).deadLetterKey(work.phiKey()));
        // example:end
        exportValue(arrivals.getRule().getRuleArn());
    }
}
