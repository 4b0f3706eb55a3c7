package io.cordon.pipeline;

import java.util.List;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.constructs.Construct;

/**
 * Lets IAM believe what GitHub says of a run of a workflow. An account has one for all repositories; who may do what, each
 * {@link DeploymentRole} says.
 *
 * <p>It states no thumbprint: IAM checks the certificate of this issuer against its own list of authorities. Source: <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html">IAM User
 * Guide</a>.
 */
public final class GithubProvider extends Construct {
    static final String HOST = "token.actions.githubusercontent.com";
    static final String AUDIENCE = "sts.amazonaws.com";

    private final CfnOIDCProvider provider;

    /** Creates it. */
    public GithubProvider(Construct scope, String id) {
        super(scope, id);
        this.provider = CfnOIDCProvider.Builder.create(this, "Provider")
                .url("https://" + HOST)
                .clientIdList(List.of(AUDIENCE))
                .build();
    }

    /** Returns what a {@link DeploymentRole} trusts. */
    public String getArn() {
        return provider.getAttrArn();
    }
}
