package io.cordon.compliance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.App;

/**
 * The CDK's feature flags at the values its authors recommend, all of them.
 *
 * <p>They are set in code because a plain {@code java} run, which is how tests run, never reads {@code cdk.json}: a flag
 * there would make tests and deployments see different templates.
 */
final class FeatureFlags {
    static final String RESOURCE = "feature-flags.json";
    private static final Map<String, Object> RECOMMENDED = read();

    private FeatureFlags() {}

    /** Returns each flag with its value. */
    static Map<String, Object> recommended() {
        return RECOMMENDED;
    }

    /** Sets every flag; must run before the first construct is added, since the CDK locks the context then. */
    static void setOn(App app) {
        RECOMMENDED.forEach(app.getNode()::setContext);
    }

    private static Map<String, Object> read() {
        try (InputStream in = Objects.requireNonNull(FeatureFlags.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + ": cannot be read", e);
        }
    }
}
