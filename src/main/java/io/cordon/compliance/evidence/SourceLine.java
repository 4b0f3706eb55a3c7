package io.cordon.compliance.evidence;

/**
 * Where in the Java code a construct was made.
 *
 * @param file the file, relative to the project where it is known to lie there, else by its package
 * @param line its line, from 1
 */
public record SourceLine(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
