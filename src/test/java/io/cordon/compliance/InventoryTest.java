package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.cordon.compliance.evidence.inventory.Asset;
import io.cordon.compliance.evidence.inventory.Inventory;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code inventory.csv} says of resources that anybody could have written. */
class InventoryTest {
    private static final GatedApp APP = GatedApp.of(stack -> StockOfTypes.in(WrittenTemplate.in(stack)));
    private static final Map<String, Asset> ASSETS = Inventory.assets(
                    APP.outcome().facts())
            .stream()
            .collect(Collectors.toMap(Asset::logicalId, Function.identity()));

    @Test
    void hasOneRowForEachResourceAndAColumnForEachQuestion() throws IOException {
        var rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(APP.evidence("inventory.csv"))
                .readAll();

        assertThat(rows).extracting(row -> row.get("Logical ID")).containsExactlyInAnyOrderElementsOf(ASSETS.keySet());
        assertThat(rows.get(0))
                .containsOnlyKeys(
                        "Stack",
                        "Environment",
                        "Resource ID",
                        "Logical ID",
                        "Resource Type",
                        "Data Class",
                        "Encryption",
                        "Key",
                        "Key's Data Class",
                        "Retention",
                        "Backup",
                        "Public Exposure",
                        "Deletion Protection",
                        "On Stack Deletion",
                        "Source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Keyed         | customer-managed                     | S/Key
            ByAlias       | customer-managed                     | S/Key
            FromBeside    | customer-managed                     | Beside/Key2
            ForeignKey    | customer-managed, outside this app   | arn:aws:kms:eu-west-1:111122223333:key/abc
            OfAws         | AWS-managed (aws/sqs)                | ''
            OpenKey       | known at deployment only             | ''
            Plain         | SSE-S3                               | ''
            AwsKms        | AWS-managed (aws/s3)                 | ''
            OpenBucket    | known at deployment only             | ''
            PlainQueue    | SSE-SQS                              | ''
            BareQueue     | none                                 | ''
            Topic         | none                                 | ''
            Role          | not applicable                       | ''
            Novelty       | not known for this type              | ''
            """)
    void saysUnderWhichKeyDataLies(String id, String encryption, String key) {
        assertThat(asset(id).encryption()).isEqualTo(encryption);
        assertThat(asset(id).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Temporary   | just under 4 days (expires after 1 day, past versions 1 day later)
            Unversioned | just under 8 days (expires after 7 days)
            PastKept    | current for 7 days, past versions until deleted
            Plain       | until deleted
            Filtered    | until deleted; objects under logs/: just under 31 days (expires after 30 days)
            OpenRules   | known at deployment only
            Locked      | until deleted; locked (COMPLIANCE) for 9 days
            PlainQueue  | 4 days
            BareQueue   | 14 days
            Short       | 90 seconds
            Log         | for ever
            KeptLog     | 30 days
            OpenLog     | known at deployment only
            Table       | until deleted; an item with ttl until the moment it says
            Vault       | 35 days
            Novelty     | not known for this type
            """)
    void saysHowLongDataIsKept(String id, String retention) {
        assertThat(asset(id).retention()).isEqualTo(retention);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Table       | point-in-time recovery, 35 days; plan S/Plan; Nightly and a copy for 35 days
            Tagged      | plan S/Plan; Nightly and a copy for 35 days
            Plain       | none
            Database    | automatic, 7 days
            Topic       | not applicable
            """)
    void saysWhichPlanBacksItUp(String id, String backup) {
        assertThat(asset(id).backup()).isEqualTo(backup);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Plain       | none stated
            Temporary   | none stated: public access is blocked
            HalfBlocked | none stated, but not blocked either: BlockPublicPolicy, RestrictPublicBuckets
            Listed      | reachable: ACL PublicRead; reachable: everybody is allowed s3:GetObject (S/ListedPolicy)
            PlainQueue  | everybody is allowed sqs:SendMessage under a condition (S/PlainQueuePolicy)
            Function    | reachable: a URL for everybody (S/Url)
            Group       | lets every address in on port 22 to 22 (S/Group)
            Public      | reachable: a route to an internet gateway (S/WayOut)
            Isolated    | as the main route table of its VPC, which no template states
            Database    | reachable: publicly accessible
            Api         | reachable: an API on the internet
            Novelty     | not known for this type
            """)
    void saysWhoOutsideCanReachIt(String id, String exposure) {
        assertThat(asset(id).exposure()).isEqualTo(exposure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Table       | deletion protection | Retain; on replacement Delete (not stated)
            Database    | none stated         | Snapshot (not stated); on replacement Delete (not stated)
            Plain       | none stated         | Delete (not stated)
            Vault       | vault lock          | Delete (not stated)
            """)
    void saysWhatKeepsItFromBeingDeleted(String id, String protection, String onDeletion) {
        assertThat(asset(id).protection()).isEqualTo(protection);
        assertThat(asset(id).onDeletion()).isEqualTo(onDeletion);
    }

    @Test
    void saysTheClassOfDataAndOfItsKeyOrThatNoneIsStated() {
        assertThat(asset("Keyed").dataClass()).isEqualTo("phi");
        assertThat(asset("Keyed").keyClass()).isEqualTo("phi");
        assertThat(asset("Plain").dataClass()).isEqualTo("not stated");
    }

    private static Asset asset(String id) {
        return Objects.requireNonNull(ASSETS.get(id), id);
    }
}
