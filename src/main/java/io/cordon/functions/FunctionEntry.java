package io.cordon.functions;

import io.cordon.compliance.DataClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One function, as the manifest inside the handlers' jar states it.
 *
 * @param name what a stack calls it
 * @param handler class and method that Lambda starts
 * @param summary one sentence for whoever reads the console; at most 256 characters
 * @param memoryMegabytes 128 to 10,240
 * @param timeoutSeconds 1 to 900
 * @param dataClass what passes through it
 * @param internet whether it must reach what no VPC endpoint offers; such a function holds no PHI
 * @param routes the requests that start it
 * @param events what else starts it
 * @param variables the environment variables it reads, by name
 * @param calls the SDK operations of its own code
 * @param delegates the operations that a URL it signs lets the holder do
 * @param metrics what it emits
 */
public record FunctionEntry(
        String name,
        String handler,
        String summary,
        int memoryMegabytes,
        int timeoutSeconds,
        DataClass dataClass,
        boolean internet,
        List<Route> routes,
        List<Event> events,
        Map<String, Variable> variables,
        List<Call> calls,
        List<Call> delegates,
        List<EmittedMetric> metrics) {

    /** The objects whose appearance starts it. */
    Stream<Event.Objects> objectsCreated() {
        return events.stream().flatMap(event -> Stream.ofNullable(event.objects()));
    }

    /**
     * One request that starts the function.
     *
     * @param method the HTTP method
     * @param path from the root, parameters in braces
     */
    public record Route(String method, String path) {}

    /**
     * What starts the function besides requests.
     *
     * @param kind by whom it is sent
     * @param objects which objects, where one that appears is the event; none otherwise
     */
    public record Event(Kind kind, @Nullable Objects objects) {
        /** An event of a kind that is not about objects. */
        public Event(Kind kind) {
            this(kind, null);
        }

        /** Who sends an event. */
        public enum Kind {
            /** API Gateway, which asks whether a caller may pass. */
            AUTHORIZER,
            /** A clock; how often is for the construct to say. */
            SCHEDULE,
            /** CloudFormation, which waits for an answer. */
            CUSTOM_RESOURCE,
            /** S3 by EventBridge, when an object appears; an {@link ObjectCreatedRule} lets it through. */
            OBJECT_CREATED
        }

        /**
         * Objects whose appearance is an event.
         *
         * @param on their bucket's name in the manifest
         * @param prefix what their keys start with, ending in a slash
         */
        public record Objects(String on, String prefix) {}
    }

    /**
     * Where the value of an environment variable comes from.
     *
     * @param source which of the three
     * @param text the resource, the setting or the value itself
     */
    public record Variable(Source source, String text) {}

    /** Who knows the value of an environment variable. */
    public enum Source {
        /** The name of a bound resource. */
        NAME_OF("nameOf"),
        /** The stack's settings. */
        SETTING("setting"),
        /** The manifest itself. */
        VALUE("value");

        final String field;

        Source(String field) {
            this.field = field;
        }
    }

    /**
     * One SDK operation on one named resource.
     *
     * @param operation its key in the table of operations
     * @param on the resource's name in the manifest
     * @param prefixes the keys of a bucket that it is confined to, each ending in a slash; empty where the resource has none
     * @param leadingKeys what the partition keys of a table's items start with that it is confined to, such as
     *     {@code PRICE#}; empty for all items
     */
    public record Call(String operation, String on, List<String> prefixes, List<String> leadingKeys) {}

    /**
     * One metric that the function writes itself.
     *
     * @param name the metric's name
     * @param unit CloudWatch's unit
     * @param dimensions the exact sets of dimensions it is written with
     * @param group what it tells of, a word or two, such as {@code documents}: a dashboard draws what has the same
     *     side by side; empty if it stands for itself
     */
    public record EmittedMetric(String name, String unit, List<List<String>> dimensions, String group) {}
}
