package io.cordon.runtime.auth;

import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Problem.Flaw;
import io.cordon.runtime.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What everybody has to consent to, each kind in its current version. */
record Consents(Map<String, String> required) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]{0,31}):([A-Za-z0-9.-]{1,32})");

    /** Reads {@code kind:version} of each. */
    static Consents of(List<String> texts) {
        Map<String, String> required = new TreeMap<>();
        for (String text : texts) {
            Matcher consent = FORM.matcher(text);
            if (!consent.matches() || required.put(consent.group(1), consent.group(2)) != null) {
                throw new IllegalStateException(
                        "REQUIRED_CONSENTS is not kinds and versions, each kind once, such as terms:2026-11");
            }
        }
        return new Consents(required);
    }

    /** Refuses what is not exactly this; whoever shows the texts then has to show the current ones. */
    void check(Map<String, String> given) {
        if (!given.equals(required)) {
            List<Flaw> flaws = required.entrySet().stream()
                    .map(it -> new Flaw("consents." + it.getKey(), "is required in version " + it.getValue()))
                    .toList();
            throw new Refusal(new Problem(
                    409, "consents-outdated", "Other consents needed", "Exactly these consents are needed.", flaws));
        }
    }
}
