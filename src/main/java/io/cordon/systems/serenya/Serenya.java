package io.cordon.systems.serenya;

import io.cordon.account.CordonAccount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var repository = SerenyaStages.repository(app);
        var accounts = new TreeMap<Place, CordonAccount>();
        accounts(stages).forEach((place, neighbours) -> accounts.put(place, account(app, place, neighbours, accounts)));
        stages.forEach(stage -> stage(app, stage, Objects.requireNonNull(accounts.get(Place.of(stage)))));
        repository.ifPresent(it -> pipelines(app, stages, it));
    }

    /** IAM is one for all regions of an account: so is who may deploy there. */
    private static void pipelines(App app, List<SerenyaSettings> stages, String repository) {
        stages.stream()
                .collect(Collectors.groupingBy(
                        stage -> Objects.requireNonNullElse(stage.placement().account(), ""),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .forEach(neighbours -> new SerenyaPipeline(app, Place.of(neighbours.get(0)), neighbours, repository));
    }

    private static void stage(App app, SerenyaSettings stage, CordonAccount account) {
        var recovery = new SerenyaRecovery(app, "SerenyaRecovery-" + stage.stage(), stage);
        var backend = new SerenyaBackend(app, "SerenyaBackend-" + stage.stage(), stage);
        // The API logs by the account's role, and backups are copied into a vault that must be there.
        backend.addStackDependency(account);
        backend.addStackDependency(recovery);
        new SerenyaObservability(app, "SerenyaObservability-" + stage.stage(), stage, backend);
    }

    /** What exists once per account and region is shared by the stages there. */
    private static Map<Place, List<SerenyaSettings>> accounts(List<SerenyaSettings> stages) {
        return stages.stream().collect(Collectors.groupingBy(Place::of, TreeMap::new, Collectors.toList()));
    }

    private static CordonAccount account(
            App app, Place place, List<SerenyaSettings> neighbours, Map<Place, CordonAccount> others) {
        var owners = neighbours.stream()
                .map(stage -> stage.ownership().owner())
                .distinct()
                .collect(Collectors.joining(" and "));
        // The trail of an account records all regions: a second one would be billed for the same events.
        var recorded = others.keySet().stream().anyMatch(other -> Objects.equals(other.account(), place.account()));
        return new CordonAccount(
                app,
                place.stackName(),
                it -> it.environment(place.environment())
                        .terminationProtection(neighbours.stream()
                                .anyMatch(stage -> stage.protection().termination()))
                        .managementTrail(!recorded)
                        .irrevocable(neighbours.stream()
                                .anyMatch(stage -> stage.protection().irrevocable()))
                        .alertEmails(neighbours.stream()
                                .map(stage -> stage.operations().alertEmail())
                                .filter(Objects::nonNull)
                                .toList())
                        .tags(new TreeMap<>(Map.of("owner", owners, "system", "cordon"))));
    }

    /** An account and region; with no account, that of whoever deploys. */
    record Place(@Nullable String account, String region) implements Comparable<Place> {
        static Place of(SerenyaSettings stage) {
            return new Place(stage.placement().account(), stage.placement().region());
        }

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
