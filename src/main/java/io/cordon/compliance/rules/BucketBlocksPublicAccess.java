package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;

/** Each bucket blocks public access in all four ways; the packs pass a bucket that says nothing. */
final class BucketBlocksPublicAccess implements Rule {
    private static final List<String> SWITCHES =
            List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

    @Override
    public String asks() {
        return "Each bucket blocks public access, explicitly and in all four ways.";
    }

    @Override
    public List<String> citations() {
        return List.of("164.308(a)(3)(i)", "164.312(a)(1)");
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    public Verdict judge(TemplateResource resource, Assembly app) {
        var block = resource.properties().path("PublicAccessBlockConfiguration");
        var open = SWITCHES.stream().filter(it -> !block.path(it).asBoolean()).toList();
        return open.isEmpty()
                ? new Verdict.Compliant()
                : new Verdict.NonCompliant(
                        "Public access is not blocked: " + String.join(", ", open) + ".",
                        "Set blockPublicAccess(BlockPublicAccess.BLOCK_ALL).");
    }
}
