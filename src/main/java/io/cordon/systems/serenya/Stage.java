package io.cordon.systems.serenya;

import io.cordon.policies.GeographyPolicy;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** What all stacks of one stage have in common. */
record Stage(SerenyaSettings settings) {
    static Stage of(SerenyaSettings settings) {
        return new Stage(settings);
    }

    StackProps props(String region, String purpose) {
        return StackProps.builder()
                .description("Serenya, stage " + settings.stage() + ": " + purpose)
                .env(new Serenya.Place(settings.placement().account(), region).environment())
                .terminationProtection(settings.protection().termination())
                .build();
    }

    /** Where its models answer: the geography of its region. The settings were refused if it has none. */
    String geography() {
        return GeographyPolicy.current()
                .of(settings.placement().region())
                .map(GeographyPolicy.Geography::id)
                .orElseThrow();
    }

    void tag(Construct stack) {
        Tags.of(stack).add("system", "serenya");
        Tags.of(stack).add("stage", settings.stage());
        Tags.of(stack).add("owner", settings.ownership().owner());
        Tags.of(stack).add("cost-center", settings.ownership().costCenter());
    }
}
