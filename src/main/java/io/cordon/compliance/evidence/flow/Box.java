package io.cordon.compliance.evidence.flow;

import java.util.List;

/**
 * One box of a picture.
 *
 * @param id what it stands for
 * @param column where it stands, from 0
 * @param look how it is drawn
 * @param title its short name
 * @param full its whole name
 * @param lines what is said in it
 * @param rows the ways that start in it
 */
record Box(String id, int column, Look look, String title, String full, List<String> lines, List<Row> rows) {
    static final int LINE = 14;
    static final int ROW = 17;
    private static final int HEAD = 26;
    private static final int SPACE = 4;
    private static final int FOOT = 9;

    /** How a box is drawn. */
    enum Look {
        PHI,
        MODEL,
        PLAIN
    }

    /**
     * One way to another box.
     *
     * @param text what it is
     * @param full the same, unshortened
     * @param to where it ends
     */
    record Row(String text, String full, String to) {}

    int height() {
        return rows.isEmpty() ? HEAD + lines.size() * LINE + FOOT : row(rows.size()) - ROW / 2 + 1 + FOOT;
    }

    /** How far below its upper edge the text of a line stands. */
    int line(int index) {
        return HEAD + index * LINE + LINE - 2;
    }

    /** How far below its upper edge a row's way starts. */
    int row(int index) {
        var above = lines.isEmpty() ? HEAD : HEAD + lines.size() * LINE + SPACE;
        return above + index * ROW + ROW / 2 - 1;
    }
}
