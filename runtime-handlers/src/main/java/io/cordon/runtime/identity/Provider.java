package io.cordon.runtime.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who signs people in. Hosts and issuers are fixed here: no token and no setting can name another. */
public enum Provider {
    /**
     * Google; its tokens name it in two ways. See
     * <a href="https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken">its guide</a>.
     */
    GOOGLE("https://www.googleapis.com/oauth2/v3/certs", "https://accounts.google.com", "accounts.google.com"),
    /**
     * Apple. See <a href="https://developer.apple.com/documentation/signinwithapple/verifying-a-user">its guide</a>.
     */
    APPLE("https://appleid.apple.com/auth/keys", "https://appleid.apple.com");

    private final URI keys;
    private final Set<String> issuers;

    Provider(String keys, String... issuers) {
        this.keys = URI.create(keys);
        this.issuers = Set.of(issuers);
    }

    /** The one of this name, as requests and items write it. */
    public static Optional<Provider> named(String name) {
        return Arrays.stream(values()).filter(it -> it.word().equals(name)).findFirst();
    }

    /** Its name in requests and items. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its keys are. */
    public URI keys() {
        return keys;
    }

    /** What its tokens call it. */
    public Set<String> issuers() {
        return issuers;
    }
}
