package io.cordon.observe;

import io.cordon.api.ApiMetrics;
import io.cordon.functions.RuleMetrics;
import io.cordon.functions.RuntimeFunction;
import io.cordon.observe.monitors.ApiMonitor;
import io.cordon.observe.monitors.BucketMonitor;
import io.cordon.observe.monitors.EndpointMonitor;
import io.cordon.observe.monitors.FunctionMonitor;
import io.cordon.observe.monitors.ModelMonitor;
import io.cordon.observe.monitors.Monitor;
import io.cordon.observe.monitors.QueueMonitor;
import io.cordon.observe.monitors.RuleMonitor;
import io.cordon.observe.monitors.Signal;
import io.cordon.observe.monitors.TableMonitor;
import io.cordon.observe.monitors.WebAclMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpoint;
import software.amazon.awscdk.services.events.IRule;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.IQueue;

/** What {@link ObservabilityDashboards} must and can be told. */
public final class ObservabilityDashboardsProps {
    final String prefix;
    final List<Monitor> monitors;
    final @Nullable AlarmTopics topics;
    final @Nullable String runbook;

    private ObservabilityDashboardsProps(Builder builder) {
        this.prefix = builder.system + "-" + builder.stage;
        this.monitors = List.copyOf(builder.monitors);
        this.topics = builder.topics;
        this.runbook = builder.runbook;
    }

    /** Starts with nothing to watch. */
    public static Builder builder() {
        return new Builder();
    }

    static ObservabilityDashboardsProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    List<Signal> signals() {
        return monitors.stream().flatMap(monitor -> monitor.signals().stream()).toList();
    }

    /** Collects the values, then checks all of them at once. */
    public static final class Builder {
        String system = "";
        String stage = "";
        final List<Monitor> monitors = new ArrayList<>();

        @Nullable
        AlarmTopics topics;

        @Nullable
        String runbook;

        private Builder() {}

        /** The system's name, with which every name starts: small letters, digits, hyphens, at most 40. Required. */
        public Builder system(String name) {
            this.system = name;
            return this;
        }

        /** The stage's name, which follows it: small letters, digits, hyphens, at most 40. Required. */
        public Builder stage(String name) {
            this.stage = name;
            return this;
        }

        /** Functions of the manifest. Something must be watched; call the forms of {@code watch} as often as needed. */
        public Builder watch(RuntimeFunction... functions) {
            return each(functions, FunctionMonitor::new);
        }

        /** DynamoDB tables, called after their places in the app. Default: none. */
        public Builder watch(ITable... tables) {
            return each(tables, TableMonitor::new);
        }

        /** A stage of a REST API; the API must know its name. Default: none. */
        public Builder watch(IRestApi api, String stage) {
            return watch(new ApiMonitor(api, stage));
        }

        /** APIs with their firewalls, called after their places in the app; a given web ACL is watched by its own name. Default: none. */
        public Builder watch(ApiMetrics... apis) {
            for (var api : apis) {
                monitors.add(new ApiMonitor(api));
                api.getWebAclMetricName().ifPresent(name -> monitors.add(new WebAclMonitor(api.getApi(), name)));
            }
            return this;
        }

        /** Buckets, called after their places in the app. Default: none. */
        public Builder watch(IBucket... buckets) {
            return each(buckets, BucketMonitor::new);
        }

        /** Queues of work; those of dead letters come with their functions. Default: none. */
        public Builder watch(IQueue... queues) {
            return each(queues, QueueMonitor::new);
        }

        /** Rules with their dead letters, called after their places in the app. Default: none. */
        public Builder watch(RuleMetrics... rules) {
            return each(rules, RuleMonitor::new);
        }

        /** Any other rules of the default event bus. Default: none. */
        public Builder watch(IRule... rules) {
            return each(rules, RuleMonitor::new);
        }

        /** Interface endpoints of the same app. Default: none. */
        public Builder watch(IInterfaceVpcEndpoint... endpoints) {
            return each(endpoints, EndpointMonitor::new);
        }

        /** Models, by the ids of inference profiles or models that functions call. Default: none. */
        public Builder watchModel(String... models) {
            return each(models, ModelMonitor::new);
        }

        /** Regional web ACLs, by the metric names of their visibility configuration. Default: none. */
        public Builder watchWebAcl(String... metricNames) {
            return each(metricNames, WebAclMonitor::new);
        }

        /** Anything else that has a metric, or monitors of your own. Default: none. */
        public Builder watch(Monitor... others) {
            return each(others, other -> other);
        }

        /** Topics of your own, with a topic for each severity that is used. Default: five new topics. */
        public Builder topics(AlarmTopics topics) {
            this.topics = topics;
            return this;
        }

        /** The https address of what to do when something is red; dashboards and alarms point there. Default: none. */
        public Builder runbook(String address) {
            this.runbook = address;
            return this;
        }

        /**
         * Checks all values.
         *
         * @throws IllegalArgumentException listing every problem
         */
        public ObservabilityDashboardsProps build() {
            var problems = new DashboardProblems(this).all();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("ObservabilityDashboards: " + String.join("\n", problems));
            }
            return new ObservabilityDashboardsProps(this);
        }

        private <T> Builder each(T[] things, Function<T, Monitor> monitor) {
            Arrays.stream(things).map(monitor).forEach(monitors::add);
            return this;
        }
    }
}
