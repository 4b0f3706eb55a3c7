package io.cordon.runtime.people;

import io.cordon.runtime.platform.AwsCall;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/** HMAC-SHA-256 by keys that never leave KMS. Such a key cannot rotate, so there may be two, the first one current. */
public final class KmsLookup implements Lookup {
    private static final int MOST = 2;
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,2}");

    private final KmsClient client;
    private final List<Key> keys;

    private record Key(String arn, String version) {}

    private KmsLookup(KmsClient client, List<Key> keys) {
        this.client = client;
        this.keys = keys;
    }

    /** With these keys, and their versions in the same order. */
    public static KmsLookup of(KmsClient client, List<String> arns, List<String> versions) {
        boolean fine = !arns.isEmpty()
                && arns.size() <= MOST
                && arns.size() == versions.size()
                && versions.stream().distinct().count() == versions.size()
                && versions.stream().allMatch(it -> VERSION.matcher(it).matches());
        if (!fine) {
            throw new IllegalStateException("LOOKUP_KEYS and LOOKUP_VERSIONS are not one or two keys, and the version"
                    + " of each, such as 2,1");
        }
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < arns.size(); i++) {
            keys.add(new Key(arns.get(i), "v" + versions.get(i)));
        }
        return new KmsLookup(client, keys);
    }

    @Override
    public List<Mark> external(String provider, String subject) {
        // No address begins so, for subjects have no @: one key serves both, and no mark is of two things.
        return keys.stream()
                .map(key -> mark(key, "external#" + provider + "#" + subject))
                .toList();
    }

    @Override
    public Mark email(String address) {
        return mark(keys.get(0), address.trim().toLowerCase(Locale.ROOT));
    }

    private Mark mark(Key key, String text) {
        byte[] mac = AwsCall.make(() -> client.generateMac(ask -> ask.keyId(key.arn())
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(text)))
                .mac()
                .asByteArray());
        return new Mark(key.version(), Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }
}
