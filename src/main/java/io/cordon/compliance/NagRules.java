package io.cordon.compliance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.policies.MendPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The rules of the registered cdk-nag packs: what each looks at and which provisions it cites.
 *
 * <p>cdk-nag 3 reports findings only. To say what passed one must know what was asked: this table is generated from the
 * library's own code, and a test fails when the two differ.
 */
final class NagRules {
    static final String HIPAA = "HIPAA.Security";
    static final String NIST = "NIST.800.53.R5";
    static final String RESOURCE = "nag-rules.json";

    private static final NagRules CURRENT = new NagRules(read());

    private final List<Rule> rules;

    private NagRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * One rule of one pack.
     *
     * @param pack the pack's name, which is also its namespace
     * @param name the rule without its pack
     * @param level {@code error} or {@code warning}
     * @param info what a finding says
     * @param why the reason for the rule
     * @param citations the provisions it cites, such as {@code 164.312(b)}
     * @param types the CloudFormation types that it looks at
     * @param reads the properties of these types that its verdict can depend on, as the CDK writes them
     * @param code the start of the SHA-256 of its code: what is known of a rule by reading it holds for this code only
     */
    record Rule(
            String pack,
            String name,
            String level,
            String info,
            String why,
            List<String> citations,
            List<String> types,
            List<String> reads,
            String code) {
        /** Returns the id that a report prints and an exception must name. */
        String qualifiedId() {
            return pack + "::" + pack + "-" + name;
        }
    }

    static NagRules current() {
        return CURRENT;
    }

    List<Rule> of(String pack) {
        return rules.stream().filter(rule -> rule.pack().equals(pack)).toList();
    }

    List<String> qualifiedIds(String name, String... packs) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name) && Arrays.asList(packs).contains(rule.pack()))
                .map(Rule::qualifiedId)
                .toList();
    }

    /** Returns the reason that a pack gives for a rule, whatever stands in brackets behind it; empty for another pack. */
    String why(String pack, String ruleName) {
        var name = withoutBrackets(ruleName);
        return of(pack).stream()
                .filter(rule -> name.equals(pack + "-" + rule.name()))
                .map(Rule::why)
                .findFirst()
                .orElse("");
    }

    /** Returns what mends a finding of a rule, whatever stands in brackets behind it; empty for another pack. */
    static String mend(String pack, String ruleName) {
        return MendPolicy.current().of(withoutBrackets(ruleName).replaceFirst("^" + Pattern.quote(pack + "-"), ""));
    }

    private static String withoutBrackets(String ruleName) {
        return ruleName.replaceFirst("\\[.*", "");
    }

    private static List<Rule> read() {
        try (InputStream in = Objects.requireNonNull(NagRules.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + ": cannot be read", e);
        }
    }
}
