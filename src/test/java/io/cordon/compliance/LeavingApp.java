package io.cordon.compliance;

import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.IStableStringProducer;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** A program that ends, in each of the ways there are, before its gate could judge. */
final class LeavingApp {
    private LeavingApp() {}

    public static void main(String[] args) {
        var app = new App();
        HipaaGuardrails.apply(app);
        var stack = new Stack(app, "S");
        new Bucket(stack, "B");
        switch (args[0]) {
            case "construct" -> new Bucket(stack, "B");
            case "error" -> throw new ExceptionInInitializerError("a class that cannot be loaded");
            case "check" -> stack.getNode().addValidation(() -> List.of("a check of the app's own"));
            case "template" ->
                CfnOutput.Builder.create(stack, "O").value(unresolvable()).build();
            case "exit" -> System.exit(3);
            default -> throw new IllegalArgumentException(args[0]);
        }
        app.synth();
    }

    private static String unresolvable() {
        return Lazy.string((IStableStringProducer) () -> {
            throw new IllegalStateException("a value that cannot be made");
        });
    }
}
