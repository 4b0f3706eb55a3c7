package io.cordon.runtime.authorizer;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Allows every method of the stage that was called. API Gateway keeps the answer for a token and uses it for whatever
 * that token asks next, so an answer about one route would grant or deny another. What a caller may do there is for its
 * scopes and the functions to say.
 */
final class StagePolicy {
    private static final Pattern METHOD = Pattern.compile(
            "(arn:aws[a-z-]*:execute-api:[a-z0-9-]+:[0-9]{12}:[a-z0-9]+/[A-Za-z0-9_-]+)/[A-Z]+(/.*)?", Pattern.DOTALL);

    private StagePolicy() {}

    /** Takes nothing of what the caller wrote: only what stands before the method. */
    static Map<String, Object> of(String methodArn) {
        Matcher method = METHOD.matcher(methodArn);
        if (!method.matches()) {
            throw new Outage("methodArn is not of a REST API");
        }
        Map<String, Object> statement =
                Map.of("Effect", "Allow", "Action", "execute-api:Invoke", "Resource", method.group(1) + "/*/*");
        return Map.of("Version", "2012-10-17", "Statement", List.of(statement));
    }
}
