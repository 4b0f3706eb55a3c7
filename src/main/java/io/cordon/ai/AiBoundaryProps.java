package io.cordon.ai;

import java.util.function.Consumer;

/** What an {@link AiBoundary} can be told. */
public final class AiBoundaryProps {
    final String geography;

    private AiBoundaryProps(Builder builder) {
        this.geography = builder.geography;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    static AiBoundaryProps from(Consumer<Builder> props) {
        var builder = builder();
        props.accept(builder);
        return builder.build();
    }

    /** Collects what a boundary is made from. */
    public static final class Builder {
        private String geography = ModelCatalog.defaultGeography();

        private Builder() {}

        /**
         * The id of the geography whose profiles may be called. Default: {@code eu} ({@code defaultGeography} of
         * {@code policies/bedrock/models.json}).
         */
        public Builder geography(String id) {
            this.geography = id;
            return this;
        }

        /**
         * Returns the checked props.
         *
         * @throws IllegalArgumentException if the model list knows no such geography
         */
        public AiBoundaryProps build() {
            ModelCatalog.current().regions(geography);
            return new AiBoundaryProps(this);
        }
    }
}
