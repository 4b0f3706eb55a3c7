package io.cordon.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exceptions that the files of one folder state, and what is wrong with those that cannot be read.
 *
 * <p>A wrong entry does not take its neighbours along, and all problems are told at once.
 *
 * @param stated each exception by where it stands, as file and JSON path
 * @param problems what cannot be read, each with file, JSON path and mend
 */
public record ExceptionFolder(Map<String, StatedException> stated, List<String> problems) {
    /** The largest file, in bytes: thousands of exceptions, and none that a person could still review. */
    static final int LARGEST_FILE = 1_000_000;

    private static final List<String> KEYS = Arrays.stream(StatedException.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    private static final JsonMapper JSON = StrictJson.mapper();

    /** Returns what an app without such a folder has. */
    public static ExceptionFolder none() {
        return new ExceptionFolder(Map.of(), List.of());
    }

    /**
     * Reads every {@code *.json} of {@code folder}, by name.
     *
     * @param folder where the files lie
     * @param label how messages and evidence call the folder: a path of one machine is no evidence
     */
    public static ExceptionFolder read(Path folder, Path label) {
        var found = new ExceptionFolder(new LinkedHashMap<>(), new ArrayList<>());
        var name = label.toString().replace('\\', '/');
        if (!Files.isDirectory(folder)) {
            found.problems.add(name + ": no folder; write the exceptions into files in it");
            return found;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .forEach(file -> found.add(name + "/" + file.getFileName(), file));
        } catch (IOException e) {
            found.problems.add(name + ": cannot be listed; " + e.getMessage());
        }
        return new ExceptionFolder(Collections.unmodifiableMap(found.stated), List.copyOf(found.problems));
    }

    private void add(String name, Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(name + ": a link or a folder; put the file itself here, where it is reviewed");
            } else if (Files.size(file) > LARGEST_FILE) {
                problems.add(name + ": larger than " + LARGEST_FILE + " bytes; split it");
            } else {
                add(name, tree(file));
            }
        } catch (JsonProcessingException e) {
            problems.add(name + ": " + JsonProblem.sentence(e));
        } catch (IOException e) {
            problems.add(name + ": cannot be read; see to its permissions");
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return JSON.readTree(StrictJson.text(in));
        }
    }

    private void add(String name, JsonNode root) {
        addUnknownKeys(name + ": $", root, List.of("$schema", "exceptions"));
        var entries = root.path("exceptions");
        if (!entries.isArray()) {
            problems.add(name + ": $.exceptions: must be a list in square brackets");
            return;
        }
        for (var i = 0; i < entries.size(); i++) {
            add(name, "$.exceptions[" + i + "]", entries.path(i));
        }
    }

    private void add(String name, String part, JsonNode entry) {
        var place = name + ": " + part;
        if (!entry.isObject()) {
            problems.add(place + ": must be an object in braces");
        } else if (!addUnknownKeys(place, entry, KEYS)) {
            try {
                stated.put(place, JSON.treeToValue(entry, StatedException.class));
            } catch (JsonProcessingException e) {
                problems.add(name + ": " + JsonProblem.sentence(part, e));
            }
        }
    }

    /** A slip in a key is told as that, before the key that it was meant to be is told to be missing. */
    private boolean addUnknownKeys(String place, JsonNode object, List<String> known) {
        var before = problems.size();
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(place + "." + key + ": " + JsonProblem.unknownKey(known));
            }
        });
        return problems.size() > before;
    }
}
