package io.cordon.functions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;

/** A dead letter is the event itself: where events carry PHI it lies under the key for PHI. */
class DeadLetterKeyTest {
    private static final String PHI = "arn:aws:kms:eu-west-1:111122223333:key/phi";

    @Test
    void liesUnderAKeyOfItsOwnThatTheFunctionMayUseThroughTheQueueAlone() {
        var stack = new FunctionFixture(FunctionFixture.app(), "Subject");
        var phi = Key.fromKeyArn(stack, "Phi", PHI);
        new RuntimeFunction(stack, "Upload", stack.props().deadLetterKey(phi).build());
        var template = Template.fromStack(stack);

        template.hasResourceProperties("AWS::SQS::Queue", Map.of("KmsMasterKeyId", PHI));
        template.hasResourceProperties(
                "AWS::Lambda::Function", Map.of("KmsKeyArn", Match.objectLike(Map.of("Fn::GetAtt", Match.anyValue()))));
        template.hasResourceProperties(
                "AWS::IAM::ManagedPolicy",
                Map.of(
                        "PolicyDocument",
                        Map.of(
                                "Statement",
                                Match.arrayWith(List.of(Match.objectLike(new TreeMap<>(Map.of(
                                        "Action", List.of("kms:Decrypt", "kms:GenerateDataKey"),
                                        "Condition", Map.of("StringEquals", Map.of("kms:ViaService", Match.anyValue())),
                                        "Resource", PHI))))))));
    }
}
