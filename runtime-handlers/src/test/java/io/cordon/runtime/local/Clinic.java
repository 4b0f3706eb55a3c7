package io.cordon.runtime.local;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Where documents arrive and are processed: the function of the manifest with a model of its own, and its price. */
public final class Clinic {
    /** How a document is announced that is text. */
    public static final String TEXT = "text/plain";

    private static final int TIME = 180_000;

    private final BedrockServer.Model bedrock = BedrockServer.model();
    private final String model = "test.model-" + UUID.randomUUID();

    private Clinic() {}

    /** One whose model has a price: 0.8 US dollars for a million tokens read, 4 for a million written. */
    public static Clinic open() {
        Clinic clinic = withoutPrices();
        try (CloudFormationServer waiting = CloudFormationServer.started()) {
            Job.named("price-seed").take(waiting.event("Create", Prices.book("2026-11", clinic.model)));
        }
        return clinic;
    }

    /** One whose model nobody has priced. */
    public static Clinic withoutPrices() {
        LocalAws.start();
        return new Clinic();
    }

    /** Bedrock's side of its model. */
    public BedrockServer.Model bedrock() {
        return bedrock;
    }

    /** Its model, as prices name it. */
    public String model() {
        return model;
    }

    /** The function as Lambda makes it: each a new copy of it. */
    public Job function() {
        return function(3);
    }

    /** The same, which begins a job so often before it counts as failed. */
    public Job function(int tries) {
        return Job.named(
                "process", Map.of("MODEL_PROFILE", bedrock.id(), "MODEL", model, "TRIES", Integer.toString(tries)));
    }

    /** Somebody whom nobody else is uploads a text. */
    public Paper receives(String text) {
        return receives(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody whom nobody else is uploads a document. */
    public Paper receives(String type, byte[] bytes) {
        return Paper.announced(type, bytes.length).arriving(bytes);
    }

    /** Lambda delivers the arrival to a new copy of the function. */
    public void processes(Paper paper) {
        deliver(paper, function(), "request-1");
    }

    /** Lambda delivers the arrival to this copy of the function, by a request of this id. */
    public static void deliver(Paper paper, Job function, String request) {
        function.take(paper.arrival(), new TestContext(TIME, request));
    }

    /** Everything that can become of a document, one after the other. */
    public static void seesEverything() {
        Clinic clinic = open();
        Paper good = clinic.receives("Leukozyten 11,2");
        clinic.processes(good);
        clinic.processes(good);
        clinic.bedrock.answering(Converse.saying("I cannot read that."));
        clinic.processes(clinic.receives("Leukozyten 11,2"));
        clinic.processes(clinic.receives(" "));
        clinic.bedrock.failing(1, 403, "AccessDeniedException");
        clinic.fails(clinic.receives("Leukozyten 11,2"));
        clinic.bedrock.failing(1, 403, "AccessDeniedException");
        deliver(clinic.receives("Leukozyten 11,2"), clinic.function(1), "request-1");
        clinic.bedrock.cutting();
        clinic.fails(clinic.receives("Leukozyten 11,2"));
        Paper cleared = clinic.receives("Leukozyten 11,2");
        cleared.clear();
        Bucket.put("outgoing/" + cleared.id() + "/result.json");
        clinic.processes(cleared);
        Clinic unpriced = withoutPrices();
        unpriced.processes(unpriced.receives("Leukozyten 11,2"));
    }

    private void fails(Paper paper) {
        try {
            processes(paper);
        } catch (RuntimeException e) {
            return;
        }
        throw new AssertionError("it succeeded");
    }
}
