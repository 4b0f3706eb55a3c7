package io.cordon.policies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Between which regions PHI may be copied: {@code policies/geographies.json}.
 *
 * @param source where AWS lists its regions
 * @param checked when somebody last compared the list
 * @param geographies the geographies that PHI does not leave
 */
public record GeographyPolicy(String source, LocalDate checked, List<Geography> geographies) {

    private static final GeographyPolicy CURRENT = PolicyFile.read("geographies.json", GeographyPolicy.class);

    /**
     * Regions under one law.
     *
     * @param id its short name, such as {@code eu}
     * @param regions its regions
     * @param why the reason that PHI may move between these and to no other
     */
    public record Geography(String id, List<String> regions, String why) {}

    /** Returns the policy on the class path. */
    public static GeographyPolicy current() {
        return CURRENT;
    }

    /** Returns the geography of {@code region}, or nothing for a region that nobody has decided about. */
    public Optional<Geography> of(String region) {
        return geographies.stream().filter(it -> it.regions().contains(region)).findFirst();
    }
}
