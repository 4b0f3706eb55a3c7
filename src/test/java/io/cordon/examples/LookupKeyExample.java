package io.cordon.examples;

import io.cordon.data.ProfileTable;
import io.cordon.keys.LookupKey;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

/** A key by which people are found, and one who may find them. */
public final class LookupKeyExample extends Stack {
    /** Creates the stack. */
    public LookupKeyExample(Construct scope, String id) {
        super(scope, id);
        var signIn = new ManagedPolicy(this, "SignIn");

        // example:start
        var lookup = new LookupKey(this, "Lookup", it -> it.aliasPrefix("clinic"));
        var profiles = new ProfileTable(this, "Profiles", it -> {});

        // GSI1PK = "EMAIL#" + lookup.getVersion() + "#" + the HMAC of the address in lower case
        lookup.grantGenerateMac(signIn);
        profiles.getGrants().queryIndex(signIn, ProfileTable.EMAIL_INDEX);
        // example:end
    }
}
