package io.cordon.runtime.reading;

/**
 * A document whose bytes are what was announced.
 *
 * @param type its media type, one of {@link io.cordon.runtime.jobs.Document#TYPES}
 * @param bytes what a model is to read
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once and never compared
public record Content(String type, byte[] bytes) implements Checked {
    @Override
    public String toString() {
        return "Content[hidden]";
    }
}
