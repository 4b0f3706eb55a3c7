package io.cordon.compliance.evidence.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.CsvExhibit;
import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.Facts;
import io.cordon.compliance.evidence.SourceLine;
import io.cordon.compliance.evidence.inventory.AssetTypes.Facet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file {@code inventory.csv}: every resource of every stack, one row each. */
public final class Inventory implements Exhibit {
    private static final List<String> SNAPSHOT_BY_DEFAULT = List.of("AWS::RDS::DBCluster", "AWS::RDS::DBInstance");

    private final CsvExhibit<Asset> table = new CsvExhibit<>("inventory.csv", Asset.class, Inventory::assets);

    @Override
    public String file() {
        return table.file();
    }

    @Override
    public void write(Facts facts, OutputStream out) throws IOException {
        table.write(facts, out);
    }

    /** Returns every resource of every stack, by stack, construct path and logical id. */
    public static List<Asset> assets(Facts facts) {
        var resolver = new Resolver(facts.app());
        var backups = new Backups(facts.app(), resolver);
        var exposure = new Exposure(facts.app(), resolver);
        return facts.app()
                .resources()
                .map(it -> asset(it, facts, resolver, backups, exposure))
                .sorted(Comparator.comparing(Asset::stack)
                        .thenComparing(Asset::path)
                        .thenComparing(Asset::logicalId))
                .toList();
    }

    /** Returns the first property in which a type names its key, as a JSON pointer. */
    public static Optional<String> keyProperty(String type) {
        return AssetTypes.current().lines(type, Facet.ENCRYPTION).stream()
                .flatMap(line -> Stream.ofNullable(line.key()))
                .findFirst();
    }

    private static Asset asset(
            TemplateResource resource, Facts facts, Resolver resolver, Backups backups, Exposure exposure) {
        var encryption = Encryption.of(resource, resolver);
        var plans = backups.keptIn(resource);
        var kept = plans.isEmpty() ? says(resource, Facet.RETENTION) : plans;
        return new Asset(
                resource.stack(),
                resolver.environment(resource),
                resource.path(),
                resource.logicalId(),
                resource.type(),
                resource.tag(DataClass.TAG).orElse(Asset.NOT_STATED),
                encryption.kind(),
                encryption.key(),
                encryption.keyClass(),
                kept,
                backups.of(resource),
                exposure.of(resource),
                says(resource, Facet.PROTECTION),
                onDeletion(resource),
                facts.sources().of(resource.path()).map(SourceLine::toString).orElse(""));
    }

    private static String says(TemplateResource resource, Facet facet) {
        return AssetTypes.current()
                .words(
                        resource.type(),
                        facet,
                        resource.properties(),
                        by -> new BucketLifetime(resource.properties()).words());
    }

    /** CloudFormation deletes what says nothing, but for databases, of which it makes a snapshot. */
    private static String onDeletion(TemplateResource resource) {
        var snapshots = SNAPSHOT_BY_DEFAULT.contains(resource.type())
                && (resource.type().endsWith("Cluster")
                        || !resource.properties().has("DBClusterIdentifier"));
        var deleted = words(resource.definition().path("DeletionPolicy"), snapshots ? "Snapshot" : "Delete");
        var replaced = words(resource.definition().path("UpdateReplacePolicy"), "Delete");
        return deleted.equals(replaced) ? deleted : deleted + "; on replacement " + replaced;
    }

    private static String words(JsonNode policy, String otherwise) {
        if (policy.isMissingNode()) {
            return otherwise + " (not stated)";
        }
        return policy.isTextual() ? policy.asText() : Stated.OPEN;
    }
}
