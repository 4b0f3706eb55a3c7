package io.cordon.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;

/** The JavaScript that a jsii library carries inside its jar: a gzipped tar. */
record PackageFiles(Map<String, String> texts) {
    private static final int BLOCK = 512;

    static PackageFiles in(Class<?> type) {
        try (var jar = new JarFile(
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toFile())) {
            var entry = jar.stream()
                    .filter(it -> it.getName().endsWith(".jsii.tgz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = new GZIPInputStream(jar.getInputStream(entry), 1 << 16)) {
                return new PackageFiles(read(in));
            }
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    String text(String name) {
        var text = texts.get(name);
        if (text == null) {
            throw new AssertionError(name + " is not in the library");
        }
        return text;
    }

    private static Map<String, String> read(InputStream in) throws IOException {
        var texts = new HashMap<String, String>();
        while (true) {
            var header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return texts;
            }
            var name = string(header, 345, 155).isEmpty()
                    ? string(header, 0, 100)
                    : string(header, 345, 155) + "/" + string(header, 0, 100);
            var size = Long.parseLong(string(header, 124, 12).strip(), 8);
            if (isWanted(name)) {
                texts.put(name, new String(in.readNBytes((int) size), StandardCharsets.UTF_8));
            } else {
                in.skipNBytes(size);
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private static boolean isWanted(String name) {
        return (name.startsWith("package/lib/") && name.endsWith(".js"))
                || name.endsWith("recommended-feature-flags.json");
    }

    private static String string(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
