package io.cordon.runtime.authorizer;

import io.cordon.runtime.authorizer.Refused.Fault;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys whose tokens are good, by the {@code kid} of a token: the id of the key in KMS. Whoever invents another
 * {@code kid} learns nothing and causes no call.
 */
record SigningKeys(Map<String, String> arns, PublicKeys publicKeys) {
    /** The one that signs, and the one before or after it. */
    private static final int MOST = 2;

    /** Reads ARNs or ids, separated by commas. */
    static SigningKeys of(String text, PublicKeys publicKeys) {
        Map<String, String> arns = new LinkedHashMap<>();
        for (String arn : List.of(text.split(",", -1))) {
            arns.put(arn.substring(arn.lastIndexOf('/') + 1), arn);
        }
        if (arns.size() > MOST || arns.containsKey("")) {
            throw new IllegalStateException("SIGNING_KEYS is not one or two keys, separated by a comma");
        }
        return new SigningKeys(arns, publicKeys);
    }

    /** The public half of this one. */
    ECPublicKey find(String keyId) {
        String arn = arns.get(keyId);
        if (arn == null) {
            throw new Refused(Fault.KEY);
        }
        return publicKeys.find(arn).orElseThrow(() -> new Refused(Fault.KEY));
    }
}
