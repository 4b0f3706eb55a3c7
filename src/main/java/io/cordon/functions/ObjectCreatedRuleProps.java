package io.cordon.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/** What an {@link ObjectCreatedRule} must and can be told. */
public final class ObjectCreatedRuleProps {
    final RuntimeFunction function;
    final FunctionEntry.Event.Objects objects;
    final IKey deadLetterKey;
    final RemovalPolicy removalPolicy;

    private ObjectCreatedRuleProps(Builder builder) {
        this.function = Objects.requireNonNull(builder.function);
        this.objects = function.getEntry().objectsCreated().findFirst().orElseThrow();
        this.deadLetterKey = Objects.requireNonNull(builder.deadLetterKey);
        this.removalPolicy = builder.removalPolicy;
    }

    /** Starts an empty set of properties. */
    public static Builder builder() {
        return new Builder();
    }

    static ObjectCreatedRuleProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** The bucket that the function is bound to where its manifest speaks of objects that appear. */
    BoundResource.Bucket bucket() {
        return (BoundResource.Bucket) function.bound(objects.on());
    }

    /** Collects the properties of an {@link ObjectCreatedRule}. */
    public static final class Builder {
        @Nullable
        RuntimeFunction function;

        @Nullable
        IKey deadLetterKey;

        RemovalPolicy removalPolicy = RemovalPolicy.RETAIN;

        private Builder() {}

        /** The function, whose manifest names one event {@code object-created}; it is called by its alias. Required. */
        public Builder function(RuntimeFunction function) {
            this.function = function;
            return this;
        }

        /**
         * The customer-managed key of events that could not be delivered: one for PHI, since an event names the address
         * of whoever uploaded. Its policy is opened to rules of this account. Required.
         */
        public Builder deadLetterKey(IKey key) {
            this.deadLetterKey = key;
            return this;
        }

        /** What happens to events that could not be delivered when the stack is deleted. Default: {@code RETAIN}. */
        public Builder removalPolicy(RemovalPolicy policy) {
            this.removalPolicy = policy;
            return this;
        }

        /**
         * Returns the properties.
         *
         * @throws IllegalArgumentException listing every property that is missing or wrong
         */
        public ObjectCreatedRuleProps build() {
            List<String> problems = new ArrayList<>();
            if (function == null) {
                problems.add("function: missing; an object that appears starts one; give it");
            } else if (function.getEntry().objectsCreated().count() != 1) {
                problems.add("function: " + function.getEntry().name() + " has "
                        + function.getEntry().objectsCreated().count()
                        + " events object-created in its manifest; a rule is for one; state it there");
            }
            if (deadLetterKey == null) {
                problems.add(
                        "deadLetterKey: missing; what cannot be delivered is kept encrypted; give the key for PHI");
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("ObjectCreatedRule: " + String.join("\n  ", problems));
            }
            return new ObjectCreatedRuleProps(this);
        }
    }
}
