package io.cordon.runtime.phi;

import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import io.cordon.runtime.local.Prices;
import io.cordon.runtime.phi.TalkativeAws.Manner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The function that keeps price books. */
final class PriceSeedScene implements Scene {
    private final Job seed = Job.named("price-seed");

    @Override
    public Set<String> reaches() {
        return Scene.statuses(200, 422, 503);
    }

    @Override
    public void play(Person person, Evidence evidence) {
        String model = "test.model-" + UUID.randomUUID();
        String told = person.told();
        Map<String, Object> price = Prices.price(model);
        for (Map<String, Object> book : List.of(
                Prices.with(Prices.book("1", model), person.code(), told),
                Prices.book(told, model),
                Prices.book("2", told),
                Prices.book("2", List.of(Prices.with(price, "inputMicroUsdPerMillionTokens", told))),
                Prices.book("2", List.of(Prices.with(price, person.code(), told))),
                Prices.with(Prices.book("2", model), "Prices", told))) {
            Deployments.ask(seed, book, person, evidence);
        }
        for (Manner manner : List.of(Manner.QUOTING, Manner.BABBLING)) {
            try (TalkativeAws aws = TalkativeAws.saying(told, manner)) {
                Job failing = aws.inPlaceOf(List.of("DynamoDb"), () -> Job.named("price-seed"));
                Deployments.ask(failing, Prices.book("3", model), person, evidence);
            }
        }
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            evidence.invoke(() -> seed.take(waiting.event("Create", Prices.book("1", model)))); // right after
        }
    }
}
