package io.cordon.runtime.phi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Manifest;
import io.cordon.runtime.phi.Evidence.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever words come with a request, a document, a reply of a model or an error of AWS, and however a function ends:
 * none of them is left where others than the owner of the document can see it.
 */
class NoPhiAnywhereTest {
    private static final Map<String, Supplier<Scene>> SCENES = Map.ofEntries(
            Map.entry("auth", AuthScene::new),
            Map.entry("identity-keys", IdentityKeysScene::new),
            Map.entry("upload", UploadScene::new),
            Map.entry("status", () -> new RouteScene("status", Event::status, 200, 400, 401, 403, 404, 500, 503)),
            Map.entry(
                    "result",
                    () -> new RouteScene("result", Event::result, 200, 400, 401, 403, 404, 409, 410, 500, 503)),
            Map.entry("cleanup", () -> new RouteScene("cleanup", Event::cleanup, 204, 400, 401, 403, 404, 500, 503)),
            Map.entry("process", ProcessScene::new),
            Map.entry("authorizer", AuthorizerScene::new),
            Map.entry("trail-check", TrailCheckScene::new),
            Map.entry("price-seed", PriceSeedScene::new),
            Map.entry("model-privacy", ModelPrivacyScene::new));

    @Example
    void isLookedForAfterEveryFunction() {
        assertThat(SCENES.keySet()).containsExactlyInAnyOrderElementsOf(Manifest.functions());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void isLeftBehindHoweverAFunctionEnds(@ForAll("anybody") Person person) {
        List<String> found = new ArrayList<>();
        SCENES.forEach((function, scene) -> played(scene.get(), person).forEach(it -> found.add(function + " " + it)));

        assertThat(found).isEmpty();
    }

    /** The endings that were not reached, and what was left on the way to the others. */
    private static List<String> played(Scene scene, Person person) {
        Evidence evidence = Evidence.of(it -> scene.play(person, it));
        Stream<String> missed = scene.reaches().stream()
                .filter(ending -> !evidence.at(Channel.LOG).contains(ending))
                .map(ending -> "never says " + ending);
        return Stream.concat(missed, evidence.of(person)).toList();
    }

    @Provide
    Arbitrary<Person> anybody() {
        return Person.anybody();
    }
}
