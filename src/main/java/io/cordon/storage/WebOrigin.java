package io.cordon.storage;

import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** Where a web page may come from that uploads: scheme, host and port, nothing else. */
public final class WebOrigin {
    private static final String HOST = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    private static final Pattern HTTPS = Pattern.compile("https://" + HOST + "(:[1-9][0-9]{0,4})?");
    private static final Pattern LOCALHOST = Pattern.compile("http://localhost:[1-9][0-9]{0,4}");

    private WebOrigin() {}

    /**
     * Whether pages of {@code origin} may upload.
     *
     * @param localhostAllowed whether {@code http://localhost:<port>} counts as one
     */
    public static boolean isAllowed(String origin, boolean localhostAllowed) {
        return problem(origin, localhostAllowed).isEmpty();
    }

    static Optional<String> problem(String origin, boolean localhostAllowed) {
        if (Token.isUnresolved(origin) || HTTPS.matcher(origin).matches()) {
            return Optional.empty();
        }
        if (LOCALHOST.matcher(origin).matches()) {
            return localhostAllowed
                    ? Optional.empty()
                    : Optional.of("allowedOrigins: " + origin + "; plain HTTP; set localhostOrigins(true) where"
                            + " pages are developed");
        }
        return Optional.of("allowedOrigins: " + origin + "; a named https:// origin in lower case, without * and"
                + " without a path; write https://app.example.com");
    }
}
