package io.cordon.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.compliance.evidence.Exhibit;
import io.cordon.compliance.evidence.manifest.ManifestFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.s3.Bucket;

/** The page that a real synth leaves. */
class EvidencePageTest {
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    @Test
    void aSynthThatFailsSaysSoFirstWithEveryFindingThatStands() {
        var app = GatedApp.of(stack -> new Bucket(stack, "B"));
        var page = app.evidence("index.html");

        assertThat(page).contains("<strong>FAIL</strong>", app.outcome().uncovered() + " findings stand");
        assertThat(page.indexOf(">FAIL<")).isLessThan(page.indexOf("What this is"));
        assertThat(page).contains("S3BucketReplicationEnabled", "S/B/Resource", "BucketBlocksPublicAccess");
    }

    @Test
    void anEmptyStackPassesAndSaysThatThereWasNothingToLookAt() {
        assertThat(GatedApp.of(stack -> {}).evidence("index.html"))
                .contains("<strong>PASS</strong>", "The app has no resource: there was nothing to look at.");
    }

    @Test
    void leadsToEveryOtherFileOfThePackAndToNoneElse() {
        var page = GatedApp.of(stack -> new Bucket(stack, "B")).evidence("index.html");
        var files = HREF.matcher(page)
                .results()
                .map(it -> it.group(1))
                .filter(href -> !href.startsWith("#"))
                .distinct();

        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Exhibits.all().stream().map(Exhibit::file), Stream.of(ManifestFile.NAME))
                                .filter(file -> !file.equals("index.html"))
                                .toList());
    }

    @Test
    void takesTheTextOfAnExceptionForText() {
        var page = GatedApp.of(stack -> Acknowledge.on(new Bucket(stack, "B"))
                        .ownedBy("<script>alert(1)</script>")
                        .hipaa(
                                "S3BucketReplicationEnabled",
                                "\"><img src=x onerror=alert(1)> is what a reason could hold."))
                .evidence("index.html");

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script", "<img");
    }
}
