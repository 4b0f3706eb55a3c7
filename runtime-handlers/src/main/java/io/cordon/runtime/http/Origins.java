package io.cordon.runtime.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The web origins whose pages may read replies. A browser keeps a reply from every other page. */
public final class Origins {
    private static final String NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    /** As browsers send it: no path, no upper case, no wildcard; plain HTTP only where pages are developed. */
    private static final Pattern ORIGIN = Pattern.compile(
            "(https://" + NAME + "(\\." + NAME + ")*(:[1-9][0-9]{0,4})?)|(http://localhost:[1-9][0-9]{0,4})");
    /** What a page must read beside the body; API Gateway adds the last one, the correlation id of our log lines. */
    private static final String EXPOSED = "Location, Retry-After, x-amzn-RequestId";

    private final Set<String> allowed;

    private Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** These; none at all lets no page read a reply. */
    public static Origins of(List<String> origins) {
        for (int i = 0; i < origins.size(); i++) {
            if (!ORIGIN.matcher(origins.get(i)).matches()) {
                throw new IllegalStateException("ALLOWED_ORIGINS: entry " + (i + 1) + " is not an origin in lower case,"
                        + " such as https://app.example.com or http://localhost:3000");
            }
        }
        return new Origins(Set.copyOf(origins));
    }

    /** The headers of every reply to this request. */
    Map<String, String> headers(Request request) {
        List<String> sent = request.headers("Origin");
        if (sent.size() != 1 || !allowed.contains(sent.get(0))) {
            return Map.of("Vary", "Origin");
        }
        return Map.of(
                "Vary", "Origin", "Access-Control-Allow-Origin", sent.get(0), "Access-Control-Expose-Headers", EXPOSED);
    }
}
