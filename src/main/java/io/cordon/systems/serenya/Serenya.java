package io.cordon.systems.serenya;

import io.cordon.account.CordonAccount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;

/** Serenya in an app: the account stacks that its stages need, and one back end for each stage. */
public final class Serenya {
    private Serenya() {}

    /**
     * Adds both stages as the context overrides them.
     *
     * @throws io.cordon.systems.settings.WrongSettings naming every setting that no stack can be built from
     */
    public static void addTo(App app) {
        var stages = SerenyaStages.of(app);
        accounts(stages).forEach((place, neighbours) -> account(app, place, neighbours));
        stages.forEach(stage -> new SerenyaBackend(app, "SerenyaBackend-" + stage.stage(), stage));
    }

    /** What exists once per account and region is shared by the stages there. */
    private static Map<Place, List<SerenyaSettings>> accounts(List<SerenyaSettings> stages) {
        return stages.stream()
                .collect(Collectors.groupingBy(
                        stage -> new Place(
                                stage.placement().account(), stage.placement().region()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static void account(App app, Place place, List<SerenyaSettings> neighbours) {
        var owners = neighbours.stream()
                .map(stage -> stage.ownership().owner())
                .distinct()
                .collect(Collectors.joining(" and "));
        new CordonAccount(
                app,
                place.stackName(),
                it -> it.environment(place.environment())
                        .terminationProtection(neighbours.stream()
                                .anyMatch(stage -> stage.protection().termination()))
                        .tags(new TreeMap<>(Map.of("owner", owners, "system", "cordon"))));
    }

    /** An account and region; with no account, that of whoever deploys. */
    record Place(@Nullable String account, String region) implements Comparable<Place> {
        /** The region stands in the name where it is not the one that both stages have as shipped. */
        String stackName() {
            var shipped = SerenyaSettings.prod().placement().region();
            return "CordonAccount" + (account == null ? "" : "-" + account)
                    + (region.equals(shipped) ? "" : "-" + region);
        }

        Environment environment() {
            return Environment.builder().account(account).region(region).build();
        }

        @Override
        public int compareTo(Place other) {
            return stackName().compareTo(other.stackName());
        }
    }
}
