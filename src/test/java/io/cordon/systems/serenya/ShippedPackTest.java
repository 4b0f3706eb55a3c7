package io.cordon.systems.serenya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.TemplateResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the evidence of the app as shipped leaves out: nothing. */
class ShippedPackTest {
    private static final ShippedApp SHIPPED = ShippedApp.once();
    private static final List<Map<String, String>> INVENTORY = inventory();

    /** What states the class and keeps nothing itself; any other type counts as a store. */
    private static final Set<String> NO_STORES =
            Set.of("AWS::Backup::RestoreTestingPlan", "AWS::IAM::Role", "AWS::KMS::Key", "AWS::Lambda::Function");

    private static final Set<String> UNKNOWN =
            Set.of("", "not applicable", "not stated", "not known for this type", "known at deployment only");

    @Test
    void listsEachResourceOfEachTemplateOnce() {
        var written = SHIPPED.outcome().stacks().stream()
                .flatMap(stack -> SHIPPED.json(stack.file()).path("Resources").properties().stream()
                        .map(it -> stack.path() + " " + it.getKey()))
                .toList();

        assertThat(INVENTORY)
                .extracting(row -> row.get("Stack") + " " + row.get("Logical ID"))
                .hasSizeGreaterThan(600)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void knowsOfEachStoreOfPhiItsKeyItsEndItsBackupAndWhoReachesIt() {
        var stores = phiStores().map(TemplateResource::path).toList();

        assertThat(INVENTORY)
                .filteredOn(row -> stores.contains(row.get("Resource ID")))
                .hasSize(stores.size())
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("Encryption", "customer-managed");
                    assertThat(row.get("Key")).isIn(keys());
                    assertThat(List.of(row.get("Retention"), row.get("Backup"), row.get("Public Exposure")))
                            .doesNotContainAnyElementsOf(UNKNOWN);
                });
    }

    @Test
    void showsEachStoreOfPhiInTheFlow() {
        var nodes = SHIPPED.json("evidence/data-flow.json").path("nodes");
        var picture = SHIPPED.text("evidence/data-flow.svg");

        assertThat(phiStores()).hasSizeGreaterThan(20).allSatisfy(store -> {
            assertThat(nodes)
                    .filteredOn(node -> node.path("id").asText().equals(store.path()))
                    .singleElement()
                    .satisfies(node -> assertThat(node.path("phi").asText()).isEqualTo("stores PHI"));
            assertThat(picture).contains(store.path());
        });
    }

    private static Stream<TemplateResource> phiStores() {
        return SHIPPED.outcome().stacks().stream()
                .flatMap(stack -> stack.resources().stream())
                .filter(it -> it.tag(DataClass.TAG).filter("phi"::equals).isPresent())
                .filter(it -> !NO_STORES.contains(it.type()));
    }

    private static List<String> keys() {
        return SHIPPED.outcome().stacks().stream()
                .flatMap(stack -> stack.resources().stream())
                .filter(it -> it.type().equals("AWS::KMS::Key"))
                .map(TemplateResource::path)
                .toList();
    }

    private static List<Map<String, String>> inventory() {
        try {
            return new CsvMapper()
                    .readerFor(Map.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Map<String, String>>readValues(SHIPPED.text("evidence/inventory.csv"))
                    .readAll();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
