package io.cordon.runtime.local;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS's Signature Version 4, computed as the services compute it and by none of the SDK's code. */
final class Signature {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=LOCALACCESSKEY/(\\d{8})/eu-west-1/([a-z0-9-]+)/aws4_request, "
                    + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private Signature() {}

    /** Whether a request without a query is signed for this service by who signs in the tests. */
    static boolean isGood(HttpExchange exchange, byte[] body, String service) {
        Matcher signed = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        if (!signed.matches() || !signed.group(2).equals(service)) {
            return false;
        }
        StringBuilder canonical = new StringBuilder(
                exchange.getRequestMethod() + "\n" + exchange.getRequestURI().getRawPath() + "\n\n");
        for (String name : signed.group(3).split(";", -1)) {
            canonical.append(name).append(':').append(header(exchange, name)).append('\n');
        }
        canonical.append('\n').append(signed.group(3)).append('\n').append(sha256(body));
        String scope = signed.group(1) + "/eu-west-1/" + service + "/aws4_request";
        String text = "AWS4-HMAC-SHA256\n" + header(exchange, "X-Amz-Date") + "\n" + scope + "\n"
                + sha256(bytes(canonical.toString()));
        byte[] key = bytes("AWS4localsecretkey");
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text)).equals(signed.group(4));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name)).strip();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
