package io.cordon.compliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What cdk-nag 2 reports of the templates in {@code src/test/resources/nag2}; {@code src/test/nag2} says how it was made.
 *
 * @param words what it says of a pair; a pair that it leaves out is {@value #LEFT_OUT}
 * @param hashes of the templates that it was made from
 * @param rules level and info of each rule, by its id
 */
record Nag2Report(Map<Pair, String> words, Map<String, String> hashes, Map<String, List<String>> rules) {
    static final Path FOLDER = Path.of("src/test/resources/nag2");
    static final String LEFT_OUT = "N/A";

    /** One rule, with its pack, against one resource of one template. */
    record Pair(String template, String rule, String resource) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return toString().compareTo(other.toString());
        }
    }

    static Nag2Report read() {
        var words = new TreeMap<Pair, String>();
        var hashes = new TreeMap<String, String>();
        var rules = new TreeMap<String, List<String>>();
        for (var line : lines(FOLDER.resolve("rows.tsv"))) {
            var fields = line.split("\t");
            if (fields.length == 2) {
                hashes.put(fields[0], fields[1]);
            } else if (fields.length == 3) {
                rules.put(fields[0], List.of(fields[1], fields[2]));
            } else {
                for (var resource : fields[3].split(" ")) {
                    words.put(new Pair(fields[0], fields[1], resource), fields[2]);
                }
            }
        }
        return new Nag2Report(words, hashes, rules);
    }

    String of(Pair pair) {
        return words.getOrDefault(pair, LEFT_OUT);
    }

    /** Returns the templates, which are input to both sides and do not follow today's code. */
    static List<Path> templates() {
        return Stream.of("shipped", "generated")
                .flatMap(kind -> files(FOLDER.resolve(kind)))
                .toList();
    }

    static String name(Path template) {
        return template.getFileName().toString().replace(".json", "");
    }

    static String hash(Path template) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(template)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
