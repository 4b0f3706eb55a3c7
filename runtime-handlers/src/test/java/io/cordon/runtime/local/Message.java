package io.cordon.runtime.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came off the wire, and what is answered to it. */
record Message(String method, URI target, Headers headers, byte[] body) {
    /** An answer. */
    record Reply(int status, Headers headers, byte[] body) {
        /** An answer in XML, as S3 writes it. */
        static Reply xml(int status, String text) {
            Headers headers = new Headers();
            headers.set("Content-Type", "application/xml");
            byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8);
            return new Reply(status, headers, body);
        }

        /** An error, as S3 writes it. */
        static Reply error(int status, String code) {
            return xml(status, "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>");
        }

        Reply with(String name, String value) {
            headers.set(name, value);
            return this;
        }

        boolean fine() {
            return status < 300;
        }

        void write(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().putAll(headers);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            boolean empty = head || body.length == 0;
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    static Message of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Message(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    /** What the path names first. */
    String bucket() {
        String path = target.getPath();
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    /** What the path names after the bucket; empty for the bucket itself. */
    String key() {
        String path = target.getPath();
        int end = path.indexOf('/', 1);
        return end < 0 ? "" : path.substring(end + 1);
    }

    Map<String, String> query() {
        Map<String, String> values = new TreeMap<>();
        String raw = target.getRawQuery() == null ? "" : target.getRawQuery();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return values;
    }

    /** How long the object is that a PUT brings: chunks with signatures are longer than what they carry. */
    long length() {
        String decoded = headers.getFirst("x-amz-decoded-content-length");
        return decoded == null ? body.length : Long.parseLong(decoded);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
