package io.cordon.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;

class EndpointRulesTest {
    @Test
    void refuseAPolicyForAnEndpointThatIsNotThere() {
        refuses(
                it -> it.endpointPolicy("sqs", List.of(statement())),
                "endpointPolicy: sqs; a service with an endpoint");
    }

    @Test
    void refuseAPolicyThatSaysNothing() {
        refuses(it -> it.endpointPolicy("s3", List.of()), "endpointPolicy: s3 has no statement");
    }

    @Test
    void refuseAStatementWithoutAPrincipal() {
        var statement = PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of("*"))
                .build();
        refuses(it -> it.endpointPolicy("s3", List.of(statement)), "without a principal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "o-1", "111122223333", "o-ABCDEFGHIJ", "o-a1b2c3d4e5\n"})
    void refuseWhatIsNoOrganization(String id) {
        refuses(it -> it.organization(id), "organization: " + id + "; an id of AWS Organizations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0/0", "pl-1", "pl-0123ABCD", "com.amazonaws.eu-west-1.s3"})
    void refuseWhatIsNoPrefixList(String id) {
        refuses(it -> it.s3PrefixList(id).dynamoDbPrefixList("pl-0123abcd"), "prefixLists: " + id + "; an id");
    }

    @Test
    void refuseOnePrefixListAlone() {
        refuses(it -> it.dynamoDbPrefixList("pl-0123abcd"), "prefixLists: [pl-0123abcd]; both or neither");
    }

    @Test
    void takeWhatOnlyTheDeploymentKnows() {
        var props = builder()
                .organization(Fn.importValue("Organization"))
                .s3PrefixList(Fn.importValue("S3List"))
                .dynamoDbPrefixList(Fn.importValue("DynamoDbList"))
                .build();
        assertThat(props.prefixLists).hasSize(2);
    }

    private static void refuses(Consumer<IsolatedNetworkProps.Builder> change, String problem) {
        var builder = builder();
        change.accept(builder);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static IsolatedNetworkProps.Builder builder() {
        return IsolatedNetworkProps.builder()
                .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                .interfaceEndpoints(List.of("kms"))
                .logKey(Networks.key(new Stack()));
    }

    private static PolicyStatement statement() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("*"))
                .resources(List.of("*"))
                .build();
    }
}
