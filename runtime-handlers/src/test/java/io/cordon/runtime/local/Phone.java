package io.cordon.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ordinary HTTP client that does what the answer to an upload request says, or something else. */
public final class Phone {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String url;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** About to upload as this answer says. */
    public Phone(Answer answer) {
        JsonNode upload = answer.body().get("upload");
        url = upload.get("url").textValue();
        upload.get("headers").fields().forEachRemaining(header -> {
            if (!header.getKey().equals("Content-Length")) { // the client writes it itself, from the body
                headers.put(header.getKey(), header.getValue().textValue());
            }
        });
    }

    /** The address. */
    public String url() {
        return url;
    }

    /** To another address. */
    public Phone to(String other) {
        url = other;
        return this;
    }

    /** With another value of a header. */
    public Phone with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Without a header. */
    public Phone without(String name) {
        headers.remove(name);
        return this;
    }

    /** Uploads, and says what S3 answered. */
    public int put(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // S3 may hang up on a refused body
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
