package io.cordon.runtime.trail;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trail has delivered. */
interface TrailFiles {
    /** The keys that begin so, in their order. */
    List<String> keys(String prefix);

    /** Reads a file once, from its beginning to its end; nothing if it is not there. */
    <T> Optional<T> read(String key, Reader<T> reader) throws IOException;

    /** Makes something of a file, while it is read. */
    interface Reader<T> {
        /** From its bytes as they are stored, and what is noted beside it. */
        T read(InputStream in, Map<String, String> metadata) throws IOException;
    }
}
