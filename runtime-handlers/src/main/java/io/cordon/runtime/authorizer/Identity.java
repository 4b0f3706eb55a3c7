package io.cordon.runtime.authorizer;

/** Whom a token speaks for: an opaque subject, and scopes separated by spaces. */
record Identity(String subject, String scope) {
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
