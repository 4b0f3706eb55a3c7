package io.cordon.runtime.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A way to start Java. */
enum Variant {
    PLAIN("", "", 17),
    C1("", "", 17),
    /** Class-data sharing of the function's own classes. */
    APP_CDS("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", 17),
    /** Linked classes and profiles as well; made in one step since JDK 25. */
    AOT_CACHE("-XX:AOTCacheOutput=", "-XX:AOTCache=", 25);

    private final String write;
    private final String read;
    private final int since;

    Variant(String write, String read, int since) {
        this.write = write;
        this.read = read;
        this.since = since;
    }

    static List<Variant> here() {
        return Stream.of(values())
                .filter(variant -> Runtime.version().feature() >= variant.since)
                .toList();
    }

    boolean hasArchive() {
        return !write.isEmpty();
    }

    List<String> writing(Path archive) {
        return options(write + archive);
    }

    List<String> reading(Path archive) {
        return hasArchive() ? options(read + archive) : options("");
    }

    /** Lambda itself starts Java with the serial collector and the first compiler alone. */
    private List<String> options(String archive) {
        return Stream.of(
                        this == PLAIN ? "" : "-XX:+UseSerialGC",
                        this == PLAIN ? "" : "-XX:TieredStopAtLevel=1",
                        archive)
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
