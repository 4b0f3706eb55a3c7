package io.cordon.runtime.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A document that arrives and starts nothing is a sentence on the template. */
class ArrivalsTest {
    private final ObjectNode template = SmallStack.template();
    private final ObjectNode resources = template.withObject("/Resources");
    private final ObjectNode pattern = resources.withObject("/Arrivals/Properties/EventPattern");

    @Test
    void namesThePrefixThatKeepsDocumentsOut() {
        pattern.withObject("/detail/object").putArray("key").addObject().put("prefix", "arriving/");

        theJourney()
                .hasMessageMatching(
                        "The rule Arrivals of the template starts process only where detail\\.object\\.key is"
                                + " \\[\\{\"prefix\":\"arriving/\"}], and S3 says \"incoming/[^\"]+\"\\.");
    }

    @Test
    void namesTheBucketThatIsMeantInstead() {
        pattern.withObject("/detail/bucket").putArray("name").add("elsewhere");

        theJourney()
                .hasMessageMatching(
                        "The rule Arrivals of the template starts process only where detail\\.bucket\\.name is"
                                + " \\[\"elsewhere\"], and S3 says \"uploads-\\d+\"\\.");
    }

    @Test
    void namesTheKindOfEventThatIsMeantInstead() {
        pattern.putArray("detail-type").add("Object Removed");

        theJourney()
                .hasMessage("The rule Arrivals of the template starts process only where detail-type is"
                        + " [\"Object Removed\"], and S3 says \"Object Created\".");
    }

    @Test
    void namesTheBucketThatIsSilent() {
        resources.withObject("/Uploads/Properties").remove("NotificationConfiguration");

        theJourney()
                .hasMessageMatching("The bucket uploads-\\d+ of the template tells EventBridge nothing, so no upload"
                        + " starts process\\.");
    }

    @Test
    void namesTheFunctionThatNoRuleStarts() {
        resources.remove("Arrivals");
        resources.remove("ArrivalsPermission");

        theJourney().hasMessage("No rule of the template starts process; the manifest starts it by arriving objects.");
    }

    @Test
    void namesTheRuleThatMayNotCall() {
        resources.remove("ArrivalsPermission");

        theJourney()
                .hasMessage("The template does not let events.amazonaws.com call process for"
                        + " arn:aws:events:eu-west-1:111122223333:rule/Arrivals.");
    }

    @Test
    void refusesAPatternThatTakesWhatTheFunctionItselfWrites() {
        pattern.withObject("/detail").remove("object");

        theJourney()
                .hasMessageMatching("The template starts \\[process] for outgoing/[^ ]+/result\\.json, which no upload"
                        + " brought\\.");
    }

    @Test
    void namesTheModelThatThePriceBookForgets() {
        ObjectNode price = (ObjectNode) resources.at("/Prices/Properties/Prices/0");
        price.put("model", "amazon.nova-pro-v1:0");

        theJourney()
                .hasMessage("The call of the model cost nothing: the template's price book has no price for"
                        + " amazon.nova-lite-v1:0.");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> theJourney() {
        return assertThatThrownBy(() -> Journey.through(new Template(template), any -> {}))
                .isInstanceOf(Mismatch.class);
    }
}
