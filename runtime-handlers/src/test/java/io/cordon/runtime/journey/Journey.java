package io.cordon.runtime.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cordon.runtime.local.Answer;
import io.cordon.runtime.local.BedrockServer;
import io.cordon.runtime.local.Items;
import io.cordon.runtime.local.Phone;
import io.cordon.runtime.local.StandardOut;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A document's whole way: a token, an upload, its arrival, a model's reading, its status and result, and that it is
 * forgotten. Routes, variables and patterns are those of a template; where they do not fit the functions, one sentence
 * says on which side.
 */
public final class Journey {
    private static final String DOCUMENT = "HbA1c 5.4 %";
    private static final List<String> OF_A_JOB = List.of("status", "result", "cleanup");

    private final Traces traces = new Traces();
    private final Consumer<String> says;
    private final Deployment deployed;
    private final Person owner;
    private final Person stranger;
    private final DeployedFunction process;
    private final BedrockServer.Model model;

    private Journey(Template template, Consumer<String> says) {
        this.says = says;
        this.deployed = Deployment.of(template);
        this.owner = new Person(deployed).signedIn();
        this.stranger = new Person(deployed).signedIn();
        this.process = deployed.functions().required("process");
        deployed.functions().lambdaTriesAsOften(process);
        this.model = BedrockServer.model(process.variable("MODEL_PROFILE"));
    }

    /** Goes the whole way through the template in this file; ends with 1 where it cannot be gone. */
    public static void main(String[] files) {
        StandardOut.keep();
        int end = 1;
        try {
            through(Template.in(Path.of(files[0])), System.err::println);
            end = 0;
        } catch (Mismatch e) {
            System.err.println(e.getMessage());
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(end);
    }

    /** Goes the whole way and says each step. */
    static void through(Template template, Consumer<String> says) {
        new Journey(template, says).go();
    }

    private void go() {
        refusesWhoIsNotSignedIn();
        DeployedApi.Answered opened = owner.asksToUpload(request(), 202);
        String job = opened.answer().jobId();
        statusIs(job, "awaiting-upload");
        ObjectNode arrival = upload(opened.answer());
        statusIs(job, "processing");
        readsOnArrival(arrival);
        statusIs(job, "completed");
        givesTheResult(job, arrival);
        keepsItFromStrangers(job);
        forgets(job, arrival);
        booksOneCall();
        logsFollowTheJob(opened.requestId());
    }

    private void refusesWhoIsNotSignedIn() {
        Person nobody = new Person(deployed);
        nobody.asksToUpload(request(), 401);
        for (String function : OF_A_JOB) {
            nobody.calls(function, UUID.randomUUID().toString(), 401);
        }
        new Person(deployed).bearing("forged").asksToUpload(request(), 401);
        says.accept("Nobody gets in without a token, or with a forged one.");
    }

    private void statusIs(String job, String word) {
        String status =
                owner.calls("status", job, 200).answer().body().path("status").asText();
        Mismatch.unless(status.equals(word), "status should say " + word + " of the job, and says " + status + ".");
        says.accept("The job's status is " + word + ".");
    }

    private ObjectNode upload(Answer opened) {
        Phone phone = new Phone(opened);
        int status = phone.put(DOCUMENT);
        Mismatch.unless(status == 200, "S3 answered " + status + " to the upload that the function upload signed.");
        Mismatch.unless(phone.put(DOCUMENT) == 412, "S3 took a second document by the same signature.");
        String[] path = URI.create(phone.url()).getPath().split("/", 3);
        says.accept("The document lies in " + path[1] + ".");
        return ObjectCreated.in(path[1], path[2]);
    }

    private void readsOnArrival(ObjectNode arrival) {
        int before = model.calls();
        DeployedFunction started = deployed.arrivals().starts("process", arrival);
        started.answer(arrival);
        started.answer(arrival); // EventBridge delivers at least once
        int calls = model.calls() - before;
        Mismatch.unless(calls == 1, "process called the model " + calls + " times, not once.");
        says.accept("A model read it once, though its arrival was told twice.");
    }

    private void givesTheResult(String job, ObjectNode arrival) {
        JsonNode result = owner.calls("result", job, 200).answer().body();
        Mismatch.unless(result.path("jobId").asText().equals(job), "result gives another job's result: " + result);
        Mismatch.unless(
                result.path("outcome").asText().equals("answered"), "result does not say what was found: " + result);
        Mismatch.unless(!result.has("call"), "result tells the owner what the call of the model was: " + result);
        says.accept("The result is there.");
        String bucket = arrival.at("/detail/bucket/name").asText();
        for (String key : Traces.keys(bucket)) {
            deployed.arrivals().startNothing(ObjectCreated.in(bucket, key));
        }
        says.accept("What process writes starts nothing.");
    }

    private void keepsItFromStrangers(String job) {
        for (String function : OF_A_JOB) {
            stranger.calls(function, job, 404);
        }
        says.accept("To somebody else there is no such job.");
    }

    private void forgets(String job, ObjectNode arrival) {
        owner.calls("cleanup", job, 204);
        owner.calls("cleanup", job, 204);
        owner.calls("status", job, 404);
        owner.calls("result", job, 404);
        List<String> left = Traces.versions(arrival.at("/detail/bucket/name").asText());
        Mismatch.unless(left.isEmpty(), "cleanup left in the bucket: " + left);
        says.accept("The job is forgotten, and nothing is left in the bucket.");
    }

    private void booksOneCall() {
        List<Items.Item> bookings = Traces.bookings(process.variable("COST_TABLE"), owner.subject());
        Mismatch.unless(bookings.size() == 1, "process booked " + bookings.size() + " calls of the owner, not one.");
        Mismatch.unless(
                !bookings.get(0).get("userId").isEmpty(), "process left its one call open, which the model answered.");
        Mismatch.unless(
                !List.of("", "0").contains(bookings.get(0).get("totalMicroUsd")),
                "The call of the model cost nothing: the template's price book has no price for "
                        + process.variable("MODEL") + ".");
        says.accept("One call is booked, at " + bookings.get(0).get("totalMicroUsd") + " micro-dollars.");
    }

    private void logsFollowTheJob(String openingRequest) {
        Set<String> silent = new TreeSet<>(Set.of("upload", "process", "status", "result", "cleanup"));
        silent.removeAll(traces.functionsThatLogged(openingRequest));
        Mismatch.unless(silent.isEmpty(), "No line of the log ties " + silent + " to the request that opened the job.");
        Mismatch.unless(!traces.anyLineHolds(DOCUMENT), "A line of the log quotes the document.");
        Mismatch.unless(!traces.anyLineHolds(owner.subject()), "A line of the log names the caller.");
        says.accept("Every function's log follows the job.");
    }

    private static String request() {
        return "{\"contentType\":\"text/plain\",\"contentLength\":" + DOCUMENT.length() + "}";
    }
}
