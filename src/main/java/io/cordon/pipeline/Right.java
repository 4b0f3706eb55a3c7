package io.cordon.pipeline;

import java.util.List;

/** What a pipeline may do in an environment that {@code cdk bootstrap} prepared. */
public enum Right {
    /** Reads what is deployed, as {@code cdk diff --method template} does. */
    PLAN(List.of("lookup")),
    /** Uploads what functions and templates are made from, and has CloudFormation deploy them. */
    DEPLOY(List.of("deploy", "file-publishing", "lookup"));

    private final List<String> roles;

    Right(List<String> roles) {
        this.roles = roles;
    }

    /**
     * Returns the kinds of bootstrap roles that it takes. Not {@code image-publishing}: no function here is an image.
     * Source: <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy-troubleshoot.html">how the CDK deploys</a>, {@code
     * bootstrap-template.yaml} of the CLI.
     */
    List<String> roles() {
        return roles;
    }
}
