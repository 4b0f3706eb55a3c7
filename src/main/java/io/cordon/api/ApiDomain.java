package io.cordon.api;

import java.util.regex.Pattern;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.certificatemanager.ICertificate;

/** A name of your own for an API, and the certificate that proves it. */
record ApiDomain(String name, ICertificate certificate) {
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** API Gateway takes no capitals; it would take a wildcard, which lets in names that nobody meant. */
    private static final int LONGEST = 253;

    boolean isWellFormed() {
        return Token.isUnresolved(name)
                || name.length() <= LONGEST && HOST.matcher(name).matches();
    }
}
