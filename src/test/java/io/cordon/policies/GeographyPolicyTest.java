package io.cordon.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeographyPolicyTest {
    private final GeographyPolicy policy = GeographyPolicy.current();

    @Test
    void placesEachRegionOnceInOrder() {
        var regions = policy.geographies().stream()
                .flatMap(it -> it.regions().stream())
                .toList();

        assertThat(regions).doesNotHaveDuplicates();
        assertThat(policy.geographies())
                .extracting(GeographyPolicy.Geography::id)
                .isSorted();
        assertThat(policy.geographies())
                .allSatisfy(it -> assertThat(it.regions()).as(it.id()).isSorted());
    }

    @Test
    void keepsTheEuropeanUnionApartFromItsNeighbours() {
        assertThat(policy.of("eu-west-1")).isEqualTo(policy.of("eu-central-1")).isPresent();
        for (var neighbour : new String[] {"eu-west-2", "eu-central-2", "us-east-1"}) {
            assertThat(policy.of(neighbour)).isPresent().isNotEqualTo(policy.of("eu-west-1"));
        }
    }

    @Test
    void placesNoRegionThatNobodyDecidedAbout() {
        assertThat(policy.of("me-south-1")).isEmpty();
        assertThat(policy.of("")).isEmpty();
    }

    @Test
    void explainsEachGeography() {
        assertThat(policy.geographies())
                .extracting(GeographyPolicy.Geography::why)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.endsWith("."));
    }
}
