package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.PolicyText;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.inventory.AssetTypes.Facet;

/**
 * Under which key a resource's data lies.
 *
 * @param kind {@code customer-managed}, {@code AWS-managed} and whose, {@code SSE-S3}, {@code none} and so on
 * @param key the construct of a customer-managed key, or its ARN if it is none of this app's; else empty
 * @param keyClass the data class that the key states; empty where there is no key of this app
 */
public record Encryption(String kind, String key, String keyClass) {
    static final String CUSTOMER_MANAGED = "customer-managed";

    private static final String KEY = "AWS::KMS::Key";

    static Encryption of(TemplateResource resource, Resolver resolver) {
        var lines = AssetTypes.current().lines(resource.type(), Facet.ENCRYPTION);
        for (var line : lines) {
            var named = line.key() == null ? null : Stated.at(resource.properties(), line.key());
            if (named != null && !named.isAbsent()) {
                return under(named.value(), resource, resolver);
            }
            if (named == null && line.words(resource.properties()).isPresent()) {
                break;
            }
        }
        var kind = AssetTypes.current().words(resource.type(), Facet.ENCRYPTION, resource.properties(), it -> "");
        return new Encryption(kind, "", "");
    }

    private static Encryption under(JsonNode named, TemplateResource resource, Resolver resolver) {
        var text = resolver.text(named, resource.stack());
        if (text.contains("alias/aws/")) {
            return new Encryption("AWS-managed (" + text.substring(text.indexOf("aws/")) + ")", "", "");
        }
        var key = resolver.resource(text, resource);
        if (key.isPresent() && key.get().type().equals(KEY)) {
            return new Encryption(
                    CUSTOMER_MANAGED,
                    key.get().path(),
                    key.get().tag(DataClass.TAG).orElse(Asset.NOT_STATED));
        }
        return text.contains(PolicyText.GAP) || key.isPresent()
                ? new Encryption(Stated.OPEN, "", "")
                : new Encryption(CUSTOMER_MANAGED + ", outside this app", text, "");
    }
}
