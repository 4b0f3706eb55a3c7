package io.cordon.compliance.evidence.flow;

import java.util.List;

/**
 * One part of an app as it is drawn: stacks that PHI connects.
 *
 * @param title which stacks
 * @param boxes what is in it, column by column from top to bottom
 * @param copies ways inside the last column, by the ids of their ends
 * @param notes what is not drawn, as sentences
 */
record Picture(String title, List<Box> boxes, List<Copy> copies, List<String> notes) {
    /** A store and what it is copied to. */
    record Copy(String from, String to) {}

    List<Box> column(int column) {
        return boxes.stream().filter(it -> it.column() == column).toList();
    }
}
