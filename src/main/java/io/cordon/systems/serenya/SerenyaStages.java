package io.cordon.systems.serenya;

import io.cordon.ai.ModelCatalog;
import io.cordon.network.Cidr;
import io.cordon.pipeline.DeploymentRoleProps;
import io.cordon.policies.GeographyPolicy;
import io.cordon.policies.GeographyPolicy.Geography;
import io.cordon.policies.LimitPolicy;
import io.cordon.policies.RetentionPolicy;
import io.cordon.systems.settings.Check;
import io.cordon.systems.settings.Check.Property;
import io.cordon.systems.settings.Overrides;
import io.cordon.systems.settings.Problem;
import io.cordon.systems.settings.WrongSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;

/** The settings of both stages, overridden and checked, also against each other. */
final class SerenyaStages {
    /** Fewer days would be over before a long weekend is. */
    static final int LEAST_BACKUP_DAYS = 7;

    /** Fewer would cut the findings of a single page, and be charged all the same. */
    private static final int LEAST_ANSWER_TOKENS = 1000;

    private static final String SYSTEM = "serenya";

    /** The account's own stack checks its trail with one, and sets what Bedrock keeps with another. */
    private static final int ACCOUNT_EXECUTIONS = 2;

    private final Overrides overrides;
    private final List<SerenyaSettings> stages;
    private final ModelCatalog catalog;

    private SerenyaStages(App app) {
        catalog = ModelCatalog.of(app);
        var defaults = List.of(SerenyaSettings.dev(), SerenyaSettings.prod());
        overrides = Overrides.read(
                app, SYSTEM, defaults.stream().map(SerenyaSettings::stage).toList());
        stages = defaults.stream()
                .map(stage -> overrides.over(stage, stage.stage(), "stage"))
                .toList();
    }

    /**
     * Returns the settings of every stage.
     *
     * @throws WrongSettings naming every problem of every stage
     */
    static List<SerenyaSettings> of(App app) {
        var read = new SerenyaStages(app);
        read.stages.forEach(read::checkAlone);
        read.neighbours().values().forEach(read::checkTogether);
        if (!read.overrides.problems().isEmpty()) {
            throw new WrongSettings(read.overrides.problems());
        }
        return read.stages;
    }

    /**
     * Returns the repository that deploys, if the context names one.
     *
     * @throws WrongSettings if it is no repository
     */
    static Optional<String> repository(App app) {
        var given = Optional.ofNullable(app.getNode().tryGetContext(Overrides.REPOSITORY))
                .map(String::valueOf);
        given.filter(it -> !DeploymentRoleProps.isRepository(it)).ifPresent(it -> {
            throw new WrongSettings(List.of(new Problem(
                    Overrides.REPOSITORY, it, "must be owner/name of a GitHub repository", "correct or remove it")));
        });
        return given;
    }

    private Check check(SerenyaSettings stage) {
        return new Check(overrides.context(stage.stage()), overrides.problems());
    }

    private void checkAlone(SerenyaSettings stage) {
        var check = check(stage);
        var placement = stage.placement();
        check.account(new Property("placement.account"), placement.account());
        check.region(new Property("placement.region"), placement.region());
        check.zones(new Property("placement.zones"), placement.zones(), placement.region());
        check.cidr(new Property("network.cidr"), stage.network().cidr());
        checkUploads(check, stage.uploads());
        var retention = stage.retention();
        check.logDays(new Property("retention.logDays"), retention.logDays(), 1);
        check.logDays(
                new Property("retention.auditDays"),
                retention.auditDays(),
                RetentionPolicy.current().auditDays().value());
        check.within(new Property("retention.backupDays"), retention.backupDays(), LEAST_BACKUP_DAYS, 365, "days");
        checkConcurrency(check, stage.concurrency());
        checkTokens(check, stage.tokens());
        var geography = GeographyPolicy.current().of(placement.region());
        check.sameGeography(new Property("placement.recoveryRegion"), placement.recoveryRegion(), geography);
        if (placement.recoveryRegion().equals(placement.region())) {
            check.problems()
                    .add(new Problem(
                            check.at(new Property("placement.recoveryRegion")),
                            placement.region(),
                            "must be another than placement.region, or one outage takes both",
                            "choose another"));
        }
        checkModels(check, stage.models(), geography);
        check.tag(new Property("ownership.owner"), stage.ownership().owner());
        check.tag(new Property("ownership.costCenter"), stage.ownership().costCenter());
        check.email(new Property("operations.alertEmail"), stage.operations().alertEmail());
    }

    private void checkModels(Check check, SerenyaSettings.Models models, Optional<Geography> geography) {
        var limits = LimitPolicy.current();
        check.models(new Property("models.allowed"), models.allowed(), catalog, geography);
        check.oneOf(new Property("models.reading"), models.reading(), models.allowed());
        check.within(
                new Property("models.longestTextCharacters"),
                models.longestTextCharacters(),
                1,
                limits.modelTextCharacters().value(),
                "characters");
        check.within(
                new Property("models.longestAnswerTokens"),
                models.longestAnswerTokens(),
                LEAST_ANSWER_TOKENS,
                limits.modelAnswerTokens().value(),
                "tokens");
    }

    private static void checkConcurrency(Check check, SerenyaSettings.Concurrency concurrency) {
        check.within(new Property("concurrency.upload"), concurrency.upload(), 1, 1000, "executions");
        check.within(new Property("concurrency.status"), concurrency.status(), 1, 1000, "executions");
        check.within(new Property("concurrency.process"), concurrency.process(), 1, 1000, "executions");
        check.within(new Property("concurrency.result"), concurrency.result(), 1, 1000, "executions");
        check.within(new Property("concurrency.cleanup"), concurrency.cleanup(), 1, 1000, "executions");
        check.within(new Property("concurrency.authorizer"), concurrency.authorizer(), 1, 1000, "executions");
    }

    private static void checkTokens(Check check, SerenyaSettings.Tokens tokens) {
        check.origins(new Property("tokens.issuer"), List.of(tokens.issuer()), false);
        check.tag(new Property("tokens.audience"), tokens.audience());
        check.within(new Property("tokens.longestSeconds"), tokens.longestSeconds(), 60, 3600, "seconds");
    }

    private static void checkUploads(Check check, SerenyaSettings.Uploads uploads) {
        check.within(
                new Property("uploads.expiryDays"),
                uploads.expiryDays(),
                1,
                RetentionPolicy.current().longestTemporaryExpiryDays().value(),
                "days");
        check.within(
                new Property("uploads.largestBytes"),
                uploads.largestBytes(),
                1,
                LimitPolicy.current().modelDocumentBytes().value(),
                "bytes");
        check.within(new Property("uploads.perHour"), uploads.perHour(), 1, 1000, "documents");
        check.within(new Property("uploads.urlSeconds"), uploads.urlSeconds(), 60, 900, "seconds");
        check.origins(new Property("uploads.origins"), uploads.origins(), uploads.localOrigins());
    }

    /** Stages that name no account share the one of whoever deploys. */
    private Map<String, List<SerenyaSettings>> neighbours() {
        return stages.stream()
                .collect(Collectors.groupingBy(
                        stage -> stage.placement().account() + "/"
                                + stage.placement().region(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void checkTogether(List<SerenyaSettings> neighbours) {
        checkConcurrency(neighbours);
        checkAddresses(neighbours);
    }

    private void checkConcurrency(List<SerenyaSettings> neighbours) {
        var limits = LimitPolicy.current();
        var budget = limits.accountConcurrency().value()
                - limits.unreservedConcurrency().value();
        var reserved = ACCOUNT_EXECUTIONS
                + neighbours.stream()
                        .mapToInt(stage -> stage.concurrency().reserved())
                        .sum();
        if (reserved > budget) {
            var last = check(neighbours.get(neighbours.size() - 1));
            var names = neighbours.stream().map(SerenyaSettings::stage).collect(Collectors.joining(" and "));
            last.problems()
                    .add(new Problem(
                            last.at(new Property("concurrency")),
                            reserved + " reserved by " + names + " together",
                            "an account and region has " + budget + " to reserve",
                            "reserve less, or give the stages accounts of their own"));
        }
    }

    private void checkAddresses(List<SerenyaSettings> neighbours) {
        var seen = new ArrayList<SerenyaSettings>();
        for (var stage : neighbours) {
            for (var other : seen) {
                if (overlap(stage.network().cidr(), other.network().cidr())) {
                    overrides
                            .problems()
                            .add(new Problem(
                                    check(stage).at(new Property("network.cidr")),
                                    stage.network().cidr() + " overlaps "
                                            + other.network().cidr() + " of " + other.stage(),
                                    "must be apart within one account and region",
                                    "choose a free block such as 10.2.0.0/16"));
                }
            }
            seen.add(stage);
        }
    }

    private static boolean overlap(String one, String other) {
        try {
            return Cidr.parse(one).overlaps(Cidr.parse(other));
        } catch (IllegalArgumentException alreadyReported) {
            return false;
        }
    }
}
