package io.cordon.runtime.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.http.Problem;
import io.cordon.runtime.http.Problem.Flaw;
import io.cordon.runtime.http.Refusal;
import io.cordon.runtime.jobs.Document;
import io.cordon.runtime.jobs.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a caller wants to upload, and names all that is wrong with it at once. */
final class UploadRequest {
    private static final String TYPE = "contentType";
    private static final String LENGTH = "contentLength";

    private UploadRequest() {}

    static Document read(ObjectNode body, long largest) {
        List<Flaw> malformed = malformed(body);
        List<Flaw> notAllowed = notAllowed(body.path(TYPE));
        List<Flaw> tooLarge = tooLarge(body.path(LENGTH), largest(body.path(TYPE), largest));
        List<Flaw> all = new ArrayList<>(malformed);
        all.addAll(notAllowed);
        all.addAll(tooLarge);
        if (!malformed.isEmpty()) {
            throw new Refusal(Problem.invalid(all));
        }
        if (!notAllowed.isEmpty()) {
            throw new Refusal(new Problem(
                    415, "document-type", "Unsupported document", "Documents of this type are not processed.", all));
        }
        if (!tooLarge.isEmpty()) {
            throw new Refusal(
                    new Problem(413, "document-too-large", "Document too large", "The document is too large.", all));
        }
        return new Document(body.path(TYPE).textValue(), body.path(LENGTH).longValue());
    }

    private static List<Flaw> malformed(ObjectNode body) {
        List<Flaw> flaws = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!Set.of(TYPE, LENGTH).contains(name)) {
                flaws.add(new Flaw("body", "holds contentType and contentLength only"));
            }
        });
        if (!body.path(TYPE).isTextual()) {
            flaws.add(new Flaw(TYPE, "is required, a text"));
        }
        JsonNode length = body.path(LENGTH);
        if (!length.isIntegralNumber() || length.bigIntegerValue().signum() <= 0) {
            flaws.add(new Flaw(LENGTH, "is required, a whole number of bytes, at least 1"));
        }
        return flaws.stream().distinct().toList();
    }

    private static List<Flaw> notAllowed(JsonNode type) {
        boolean fine = !type.isTextual() || Document.TYPES.contains(type.textValue());
        return fine ? List.of() : List.of(new Flaw(TYPE, "is one of " + String.join(", ", Document.TYPES)));
    }

    /** What a model would not take need not be uploaded, however much the setting allows. */
    private static long largest(JsonNode type, long allowed) {
        return DocumentType.of(type.asText())
                .map(known -> Math.min(known.largestBytes(), allowed))
                .orElse(allowed);
    }

    private static List<Flaw> tooLarge(JsonNode length, long largest) {
        boolean fine = !length.isIntegralNumber()
                || (length.canConvertToLong() && length.longValue() <= largest)
                || length.bigIntegerValue().signum() <= 0;
        return fine ? List.of() : List.of(new Flaw(LENGTH, "is at most " + largest));
    }
}
