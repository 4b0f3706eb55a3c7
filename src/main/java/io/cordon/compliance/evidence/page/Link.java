package io.cordon.compliance.evidence.page;

/**
 * Words that lead somewhere on the page, or nowhere.
 *
 * @param text what is read
 * @param to an anchor, or empty
 */
record Link(String text, String to) {}
