package io.cordon.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import software.amazon.awscdk.DefaultTokenResolver;
import software.amazon.awscdk.ResolveOptions;
import software.amazon.awscdk.StringConcat;
import software.amazon.awscdk.Tokenization;
import software.amazon.jsii.Kernel;
import software.amazon.jsii.NativeType;
import software.constructs.IConstruct;

/**
 * Reads values of the CDK whole, by two requests whatever their size.
 *
 * <p>A validation plugin is a callback of Node.js, and jsii answers each request made inside a callback one frame deeper:
 * Node.js 20 survives 2,500 and dies at 3,000. The typed getters ask for each property of each element, which is four
 * requests a finding.
 */
final class WholeRead {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ResolveOptions options;

    WholeRead(IConstruct app) {
        this.options = ResolveOptions.builder()
                .scope(app)
                .resolver(new DefaultTokenResolver(new StringConcat()))
                .build();
    }

    /** Returns what a method answers. */
    JsonNode call(Object receiver, String method, Object argument) {
        return copy(Kernel.call(receiver, method, NativeType.forClass(Object.class), argument));
    }

    /** Returns what a method answers to each of several arguments, by one request more than there are arguments. */
    JsonNode callEach(Object receiver, String method, List<?> arguments) {
        return copy(arguments.stream()
                .map(argument -> Kernel.call(receiver, method, NativeType.forClass(Object.class), argument))
                .toList());
    }

    /** Returns the value of a property. */
    JsonNode get(Object owner, String property) {
        return copy(Kernel.get(owner, property, NativeType.forClass(Object.class)));
    }

    /** Resolving makes a copy, and only a copy crosses by value; asked for as an object, the original is a bare reference. */
    private JsonNode copy(Object reference) {
        return JSON.valueToTree(Tokenization.resolve(reference, options));
    }
}
