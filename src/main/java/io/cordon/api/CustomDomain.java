package io.cordon.api;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CfnBasePathMapping;
import software.amazon.awscdk.services.apigateway.CfnDomainName;
import software.amazon.awscdk.services.apigateway.Stage;
import software.constructs.Construct;

/** An API's own name: it speaks what the API speaks, and its root is the stage. */
final class CustomDomain extends Construct {
    private final CfnDomainName domain;

    CustomDomain(Construct scope, ApiDomain named, Stage stage) {
        super(scope, "Domain");
        SameRegion.check("domain", named.certificate().getCertificateArn(), Stack.of(this));

        this.domain = CfnDomainName.Builder.create(this, "Name")
                .domainName(named.name())
                .regionalCertificateArn(named.certificate().getCertificateArn())
                .endpointConfiguration(CfnDomainName.EndpointConfigurationProperty.builder()
                        .types(List.of("REGIONAL"))
                        .build())
                .securityPolicy(GatewayStage.TLS_1_3)
                .endpointAccessMode(GatewayStage.STRICT)
                .build();
        CfnBasePathMapping.Builder.create(this, "Mapping")
                .domainName(domain.getRef())
                .restApiId(stage.getRestApi().getRestApiId())
                .stage(stage.getStageName())
                .build();
    }

    String url() {
        return "https://" + domain.getDomainName() + "/";
    }

    DomainTarget target() {
        return new DomainTarget(domain.getAttrRegionalDomainName(), domain.getAttrRegionalHostedZoneId());
    }
}
