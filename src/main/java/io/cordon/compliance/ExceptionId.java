package io.cordon.compliance;

import io.cordon.compliance.rules.OwnRules;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the id of an exception says of it, however it is spelled. */
final class ExceptionId {
    /** What the CDK writes before an id that names no pack; its case changed in 2.262.1, and cdk-nag takes either. */
    private static final Pattern UNQUALIFIED =
            Pattern.compile("^(construct[- ])?annotations?::", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAG_RULE = Pattern.compile(
            "(HIPAA\\.Security|NIST\\.800\\.53\\.R[45]|PCI\\.DSS\\.321|AwsSolutions|Serverless)-\\w+.*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> PACKS = Stream.of(NagRules.HIPAA, NagRules.NIST, OwnRules.PACK, Governance.PACK)
            .map(ExceptionId::folded)
            .collect(Collectors.toUnmodifiableSet());

    private ExceptionId() {}

    /** Whether it names a rule of cdk-nag without its pack, which drops the finding from every report. */
    static boolean isBare(String id) {
        return NAG_RULE.matcher(unqualified(id)).matches();
    }

    /** Returns the id without what the CDK writes before one that names no pack. */
    static String unqualified(String id) {
        return UNQUALIFIED.matcher(id).replaceFirst("");
    }

    /** Whether it is about a rule of this gate. One that spells the pack in another case excuses nothing, and must be told. */
    static boolean isOfThisGate(String id) {
        return isBare(id) || PACKS.contains(folded(pack(id)));
    }

    static String pack(String id) {
        return id.replaceFirst("::.*", "");
    }

    private static String folded(String pack) {
        return pack.toLowerCase(Locale.ROOT);
    }
}
