package io.cordon.compliance.evidence.report;

/** Text that comes from an app, made harmless for the formats that would read more into it. */
final class Plain {
    private static final int REPLACEMENT = 0xFFFD;

    private Plain() {}

    /** Returns text in which a message of SARIF and Markdown see no link: a construct's id may look like one. */
    static String text(String text) {
        return text.replace("](", "] (");
    }

    /** Returns text without what XML 1.0 cannot hold, not even escaped. */
    static String xml(String text) {
        return text.codePoints().allMatch(Plain::isOfXml) ? text : replaced(text);
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(it -> isOfXml(it) ? it : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns text of one line: in an attribute a reader takes a line break for a space anyway. */
    static String attribute(String text) {
        return xml(text).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    private static boolean isOfXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint < 0xD800
                || codePoint > 0xDFFF && codePoint < 0xFFFE
                || codePoint > 0xFFFF;
    }
}
