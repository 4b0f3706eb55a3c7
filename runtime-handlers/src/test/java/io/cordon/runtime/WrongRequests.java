package io.cordon.runtime;

import static java.util.stream.Stream.concat;

import io.cordon.runtime.local.Bucket;
import io.cordon.runtime.local.Event;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Lambda;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** For each route a table of wrong requests, each with the status that it gets. */
public final class WrongRequests {
    /** Stands wherever a request can bring words of its own; no refusal and no log line may repeat it. */
    public static final String MARK = "HOSTILE";

    /** The table of each function that has a route. */
    public static final Map<String, Supplier<Stream<Row>>> TABLES = Map.of(
            "auth", WrongSignIns::rows,
            "upload", WrongRequests::upload,
            "status", () -> aboutAJob(Event::status),
            "result", () -> aboutAJob(Event::result),
            "cleanup", () -> aboutAJob(Event::cleanup));

    private static final String GOOD = "{\"contentType\":\"image/png\",\"contentLength\":9}";
    private static final String TWICE = "{\"contentType\":\"image/png\",\"contentLength\":9,\"contentLength\":10}";
    static final String DEEP = "{\"a\":".repeat(500) + "\"HOSTILE\"" + "}".repeat(500);
    static final String HALF = "\ud800";

    private WrongRequests() {}

    /** What can be wrong with a request. */
    public enum Kind {
        MISSING,
        TYPE,
        SIZE,
        MEDIA_TYPE,
        SOMEBODY_ELSES,
        REPLAYED,
        UNICODE,
        DEPTH,
        DUPLICATE,
        FORM,
        SIGN_IN,
        SCOPE;

        /** A request that opens a job names none, so it cannot name somebody else's; nobody has scopes before a sign-in. */
        static Set<Kind> of(String function) {
            Set<Kind> kinds = EnumSet.allOf(Kind.class);
            kinds.removeIf(kind -> function.equals(kind == SCOPE ? "auth" : kind == SOMEBODY_ELSES ? "upload" : ""));
            return kinds;
        }
    }

    /** One wrong request. */
    public record Row(Kind kind, String what, int status, Event event) {}

    static Row row(Kind kind, String what, int status, Event event) {
        return new Row(kind, what, status, event);
    }

    private static Stream<Row> upload() {
        String me = Event.somebody();
        Lambda.upload().answer(Event.upload(me).header("Idempotency-Key", "taken"));
        String cleared = Lambda.upload()
                .answer(Event.upload(me).header("Idempotency-Key", "cleared"))
                .jobId();
        Lambda.cleanup().answer(Event.cleanup(me, cleared));
        return concat(
                whoever(() -> Event.upload(me)),
                Stream.of(
                        row(Kind.MISSING, "body", 400, Event.upload(me, null)),
                        row(Kind.MISSING, "everything in the body", 400, Event.upload(me, "")),
                        row(Kind.MISSING, "fields", 400, Event.upload(me, "{}")),
                        row(Kind.MISSING, "length", 400, Event.upload(me, "{\"contentType\":\"image/png\"}")),
                        row(Kind.TYPE, "list", 400, Event.upload(me, "[\"HOSTILE\"]")),
                        row(Kind.TYPE, "null", 400, Event.upload(me, "null")),
                        row(Kind.TYPE, "text as length", 400, Event.upload(me, GOOD.replace("9", "\"HOSTILE\""))),
                        row(Kind.TYPE, "list as type", 400, Event.upload(me, GOOD.replace("\"image/png\"", "[]"))),
                        row(Kind.SIZE, "body", 413, Event.upload(me, GOOD + "HOSTILE".repeat(600))),
                        row(Kind.SIZE, "document", 413, Event.upload(me, GOOD.replace("9", "9".repeat(30)))),
                        row(Kind.SIZE, "key", 400, Event.upload(me).header("Idempotency-Key", "HOSTILE".repeat(19))),
                        row(Kind.SIZE, "number", 400, Event.upload(me, GOOD.replace("9", "9".repeat(3000)))),
                        row(Kind.MEDIA_TYPE, "none", 415, Event.upload(me).without("Content-Type")),
                        row(Kind.MEDIA_TYPE, "form", 415, typed(me, "application/x-www-form-urlencoded")),
                        row(Kind.MEDIA_TYPE, "charset", 415, typed(me, "application/json; charset=HOSTILE")),
                        row(Kind.MEDIA_TYPE, "document", 415, Event.upload(me, GOOD.replace("image/png", "HOSTILE"))),
                        row(Kind.REPLAYED, "key", 409, Event.upload(me, GOOD).header("Idempotency-Key", "taken")),
                        row(Kind.REPLAYED, "cleared", 409, Event.upload(me).header("Idempotency-Key", "cleared")),
                        row(Kind.UNICODE, "half a pair", 400, Event.upload(me, GOOD.replace("image", HALF + MARK))),
                        row(Kind.UNICODE, "escaped half", 415, Event.upload(me, GOOD.replace("image", "\\ud800"))),
                        row(Kind.UNICODE, "no UTF-8", 400, Event.upload(me).base64("/////w==")),
                        row(Kind.UNICODE, "key", 400, Event.upload(me).header("Idempotency-Key", HALF + MARK)),
                        row(Kind.UNICODE, "NUL", 400, Event.upload(me, GOOD + "\0" + MARK)),
                        row(Kind.DEPTH, "objects", 400, Event.upload(me, DEEP)),
                        row(Kind.DEPTH, "lists", 400, Event.upload(me, "[".repeat(2000) + "]".repeat(2000))),
                        row(Kind.DUPLICATE, "name", 400, Event.upload(me, TWICE)),
                        row(
                                Kind.DUPLICATE,
                                "media type",
                                400,
                                typed(me, "text/html").header("content-type", MARK)),
                        row(Kind.DUPLICATE, "idempotency key", 400, keys(me, "one", "two")),
                        row(Kind.FORM, "no JSON", 400, Event.upload(me, "HOSTILE")),
                        row(Kind.FORM, "more after it", 400, Event.upload(me, GOOD + "HOSTILE")),
                        row(Kind.FORM, "unknown name", 400, Event.upload(me, GOOD.replace("{", "{\"HOSTILE\":1,"))),
                        row(Kind.FORM, "no Base64", 400, Event.upload(me).base64("HOSTILE!")),
                        row(Kind.FORM, "negative", 400, Event.upload(me, GOOD.replace("9", "-9"))),
                        row(Kind.FORM, "fraction", 400, Event.upload(me, GOOD.replace("9", "9.5"))),
                        row(Kind.FORM, "key", 400, keys(me, "two HOSTILE words"))));
    }

    private static Event typed(String caller, String type) {
        return Event.upload(caller).without("Content-Type").header("Content-Type", type);
    }

    private static Event keys(String caller, String... values) {
        Event event = Event.upload(caller);
        for (String value : values) {
            event.header("Idempotency-Key", value);
        }
        return event;
    }

    private static Stream<Row> aboutAJob(BiFunction<String, String, Event> asking) {
        String me = Event.somebody();
        String mine = job(me);
        String over = job(me);
        Items.expire("JOB#" + over, "JOB");
        return Stream.of(
                        whoever(() -> asking.apply(me, mine)),
                        names(id -> asking.apply(me, id)),
                        bodies(() -> asking.apply(me, mine)),
                        Stream.of(
                                row(Kind.SOMEBODY_ELSES, "job", 404, asking.apply(Event.somebody(), mine)),
                                row(Kind.REPLAYED, "after its time", 404, asking.apply(me, over)),
                                row(
                                        Kind.MISSING,
                                        "path",
                                        404,
                                        asking.apply(me, mine).but(event -> event.remove("pathParameters"))),
                                row(Kind.MISSING, "id", 404, asking.apply(me, null)),
                                row(
                                        Kind.TYPE,
                                        "number",
                                        404,
                                        asking.apply(me, mine)
                                                .but(event -> event.withObject("/pathParameters")
                                                        .put("jobId", 7)))))
                .flatMap(rows -> rows);
    }

    /** Ids that are none; what API Gateway decodes and what it leaves as it came. */
    private static Stream<Row> names(Function<String, Event> asking) {
        String a31 = "a".repeat(31);
        return Stream.of(
                row(Kind.MISSING, "letters", 404, asking.apply("")),
                row(Kind.SIZE, "short", 404, asking.apply(a31)),
                row(Kind.SIZE, "long", 404, asking.apply(a31 + "aa")),
                row(Kind.SIZE, "very long", 404, asking.apply("HOSTILE".repeat(2000))),
                row(Kind.UNICODE, "half a pair", 404, asking.apply(a31 + HALF)),
                row(Kind.UNICODE, "look-alikes", 404, asking.apply("\u0430".repeat(32))),
                row(Kind.UNICODE, "wide letters", 404, asking.apply("\uff41".repeat(32))),
                row(Kind.UNICODE, "NUL", 404, asking.apply(a31 + "\0")),
                row(Kind.FORM, "upper case", 404, asking.apply("A".repeat(32))),
                row(Kind.FORM, "digits", 404, asking.apply("0".repeat(32))),
                row(Kind.FORM, "end of line", 404, asking.apply(a31 + "a\n")),
                row(Kind.FORM, "slash", 404, asking.apply("../" + MARK)),
                row(Kind.FORM, "encoded slash", 404, asking.apply("..%2F" + MARK)),
                row(Kind.FORM, "slash encoded twice", 404, asking.apply("%252e%252e%252f" + MARK)),
                row(Kind.FORM, "wildcard", 404, asking.apply("*")),
                row(Kind.FORM, "another item", 404, asking.apply("#JOB#" + MARK)));
    }

    /** A body where none is expected. */
    private static Stream<Row> bodies(Supplier<Event> good) {
        return Stream.of(
                row(Kind.TYPE, "object", 400, good.get().body("{}")),
                row(Kind.SIZE, "body", 400, good.get().body("HOSTILE".repeat(100_000))),
                row(
                        Kind.MEDIA_TYPE,
                        "form",
                        400,
                        good.get().header("Content-Type", "text/plain").body("HOSTILE=1")),
                row(Kind.UNICODE, "body", 400, good.get().body(HALF)),
                row(Kind.DEPTH, "body", 400, good.get().body(DEEP)),
                row(Kind.DUPLICATE, "names", 400, good.get().body(TWICE)),
                row(Kind.FORM, "Base64", 400, good.get().base64("AA==")));
    }

    /** Requests that nobody may make. */
    private static Stream<Row> whoever(Supplier<Event> good) {
        return Stream.of(
                row(Kind.SIGN_IN, "nobody", 401, good.get().byNobody()),
                row(Kind.SIGN_IN, "no context", 401, good.get().but(event -> event.remove("requestContext"))),
                row(
                        Kind.SIGN_IN,
                        "no authorizer",
                        401,
                        good.get()
                                .but(event ->
                                        event.withObject("/requestContext").remove("authorizer"))),
                row(Kind.SIGN_IN, "blank", 401, good.get().by(" ", "documents:read documents:write")),
                row(Kind.SIGN_IN, "long", 401, good.get().by("HOSTILE".repeat(40), "documents:read documents:write")),
                row(
                        Kind.SIGN_IN,
                        "number",
                        401,
                        good.get()
                                .but(event -> event.withObject("/requestContext/authorizer")
                                        .put("principalId", 7))),
                row(
                        Kind.SCOPE,
                        "none",
                        403,
                        good.get()
                                .but(event -> event.withObject("/requestContext/authorizer")
                                        .remove("scope"))),
                row(Kind.SCOPE, "another", 403, scope(good.get(), "HOSTILE documents:reader documents:writer")),
                row(Kind.SCOPE, "upper case", 403, scope(good.get(), "DOCUMENTS:READ DOCUMENTS:WRITE")),
                row(
                        Kind.SCOPE,
                        "list",
                        403,
                        good.get()
                                .but(event -> event.withObject("/requestContext/authorizer")
                                        .putArray("scope")
                                        .add("documents:read")
                                        .add("documents:write"))));
    }

    private static Event scope(Event event, String scopes) {
        return event.but(raw -> raw.withObject("/requestContext/authorizer").put("scope", scopes));
    }

    /** A job with a document and a result: whoever gets past a refusal finds something to read or to destroy. */
    private static String job(String owner) {
        String id = Lambda.upload().answer(Event.upload(owner)).jobId();
        Bucket.put("incoming/" + id, MARK);
        Bucket.put("outgoing/" + id + "/result.json", "{\"schema\":1,\"answer\":{\"a\":\"HOSTILE\"}}");
        return id;
    }
}
