package io.cordon.functions;

import io.cordon.ai.ModelProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Collects what stands for the names that the manifest uses for a function: a real resource for each of its resources, a
 * value for each of its settings.
 *
 * @param <B> the builder that goes on
 */
public abstract class FunctionBindings<B extends FunctionBindings<B>> {
    final Map<String, BoundResource> bindings = new TreeMap<>();
    final Map<String, Object> settings = new TreeMap<>();

    /** Starts with nothing bound. */
    FunctionBindings() {}

    /** Returns this builder as its own kind. */
    protected abstract B self();

    /**
     * The bucket that stands for {@code resource}, and the key behind it. Required for each bucket that the manifest
     * names for this function; any other is refused.
     */
    public B bind(String resource, IBucket bucket, IKey key) {
        return bind(resource, bucket, key, "");
    }

    /**
     * The bucket that stands for {@code resource}, the key behind it, and what precedes every key that the manifest
     * names: empty, or a text that ends in a slash. The function gets no right above it.
     */
    public B bind(String resource, IBucket bucket, IKey key, String root) {
        bindings.put(resource, new BoundResource.Bucket(bucket, key, root));
        return self();
    }

    /**
     * The table that stands for {@code resource}, and the key behind it. Required for each table that the manifest
     * names for this function; any other is refused.
     */
    public B bind(String resource, ITable table, IKey key) {
        bindings.put(resource, new BoundResource.Table(table, key));
        return self();
    }

    /** The trail that stands for {@code resource}. Required for each trail that the manifest names. */
    public B bind(String resource, TrailArn trail) {
        bindings.put(resource, new BoundResource.Trail(trail));
        return self();
    }

    /**
     * The model that stands for {@code resource}, as {@code BedrockPrivateLink.getModel} gives it: its profile's id is what
     * the code names, and it may be called through that profile alone. Required for each model that the manifest names.
     */
    public B bind(String resource, ModelProfile model) {
        bindings.put(resource, new BoundResource.Model(model));
        return self();
    }

    /**
     * The keys that stand for {@code resource}, used for themselves: signing keys for instance, the current and the
     * previous one. Required for each key that the manifest names for this function; any other is refused.
     */
    public B bind(String resource, IKey... keys) {
        bindings.put(resource, new BoundResource.Keys(List.of(keys)));
        return self();
    }

    /**
     * The value of a setting that the manifest reads into a variable. Required for each such setting; any other is
     * refused.
     */
    public B setting(String name, Object value) {
        settings.put(name, value);
        return self();
    }
}
