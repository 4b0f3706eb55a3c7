package io.cordon.compliance.assembly;

import java.util.function.Predicate;

/**
 * What IAM means by wildcards: {@code *} and what only the deployment knows are any text, {@code ?} is one character, and
 * case does not count.
 *
 * <p>No regular expression: evidence asks thousands of them once each, and making one takes longer than the answer.
 */
final class Glob implements Predicate<String> {
    private final String glob;

    Glob(String text) {
        this.glob = text.replace(PolicyText.GAP, "*");
    }

    /** Where the text differs, the last star takes one character more; no earlier star can make up for it. */
    @Override
    public boolean test(String text) {
        var at = 0;
        var star = -1;
        var taken = 0;
        for (var i = 0; i < text.length(); ) {
            if (is(at, '*')) {
                star = at++;
                taken = i;
            } else if (is(at, '?') || is(at, text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        return glob.substring(at).chars().allMatch(rest -> rest == '*');
    }

    private boolean is(int at, char expected) {
        return at < glob.length() && Character.toLowerCase(glob.charAt(at)) == Character.toLowerCase(expected);
    }
}
