package io.cordon.examples;

import io.cordon.functions.FunctionManifest;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

public final class FunctionManifestExample extends Stack {
    public FunctionManifestExample(Construct scope, String id, Path jar) {
        super(scope, id);
        IVpc vpc = Vpc.fromVpcAttributes(
                this,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a"))
                        .isolatedSubnetIds(List.of("subnet-1"))
                        .build());
        // example:start
        var manifest = FunctionManifest.read(jar);
        manifest.services()
                .forEach(service -> InterfaceVpcEndpoint.Builder.create(this, service)
                        .vpc(vpc)
                        .service(new InterfaceVpcEndpointAwsService(service))
                        .open(false)
                        .build());
        // example:end
    }
}
