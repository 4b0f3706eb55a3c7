package io.cordon.compliance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code of one rule of cdk-nag, and what can be read from it. */
record RuleCode(String text) {
    private static final Pattern LOOKS_AT = Pattern.compile("\\bnode instanceof (\\w+)\\.(Cfn\\w+)");
    private static final Pattern MEMBER = Pattern.compile("\\.(\\w+)");
    /** By these a rule finds a partner; one that was found stays found, whatever else the name could be. */
    private static final Set<String> IDENTITIES =
            Set.of("bucketName", "groupName", "name", "restApiId", "stageName", "tableName");

    private static final Pattern NOT_APPLICABLE = Pattern.compile("return [\\w.]*NOT_APPLICABLE");

    static RuleCode in(PackageFiles library, String folder, String name) {
        return new RuleCode(library.text("package/lib/rules/" + folder + "/" + name + ".js")
                .replaceAll("(?m)^//# sourceMappingURL.*$", ""));
    }

    /** Returns the CloudFormation types that the rule looks at. */
    List<String> types() {
        return classes().map(type -> constant(type, "CFN_RESOURCE_TYPE_NAME")).toList();
    }

    /** Returns the properties of these types whose name the code mentions, in a helper function too. */
    List<String> reads() {
        var mentioned =
                MEMBER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return classes()
                .flatMap(type -> Arrays.stream(load(type + "Props").getMethods()))
                .filter(method -> method.getName().startsWith("get"))
                .map(method -> method.getName().substring(3))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .filter(name -> mentioned.contains(name) && !IDENTITIES.contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it leaves some resources of its own types alone. */
    boolean leavesSomeAlone() {
        return NOT_APPLICABLE.matcher(entry()).results().count() > 1;
    }

    String hash() {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The function that is asked; the helper functions behind it look at partners. */
    private String entry() {
        return text.substring(0, text.indexOf("}, 'name'"));
    }

    private Stream<String> classes() {
        return LOOKS_AT.matcher(entry())
                .results()
                .map(this::className)
                .distinct()
                .sorted(Comparator.comparing(type -> constant(type, "CFN_RESOURCE_TYPE_NAME")));
    }

    private String className(MatchResult found) {
        var module = Pattern.compile("const " + found.group(1) + " = require\\(\"aws-cdk-lib/aws-([^\"]+)\"")
                .matcher(text);
        if (!module.find()) {
            throw new AssertionError(found.group() + ": no such import");
        }
        return "software.amazon.awscdk.services." + module.group(1) + "." + found.group(2);
    }

    private static String constant(String className, String field) {
        try {
            return (String) load(className).getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className, e);
        }
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(className, e);
        }
    }
}
