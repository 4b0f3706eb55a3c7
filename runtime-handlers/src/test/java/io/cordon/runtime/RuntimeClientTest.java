package io.cordon.runtime;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cordon.runtime.local.Example;
import io.cordon.runtime.local.FunctionProcess;
import io.cordon.runtime.local.RuntimeApi.Reply;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function in a process of its own, run by the client that runs it in Lambda. */
class RuntimeClientTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void answersAnEventAndSaysNothingOfABrokenOne(String function) throws Exception {
        try (Example example = new Example();
                FunctionProcess process = FunctionProcess.of(function)) {
            Reply good = process.send(example.event(function), TIME);
            System.err.println(function + " " + good);
            for (String e : java.util.List.of(
                    "[\"SECRET\"]",
                    "{\"SECRET",
                    "SECRET",
                    "\"SECRET\"",
                    "{\"headers\":\"SECRET\",\"RequestType\":{\"a\":\"SECRET\"}}"))
                System.err.println("   " + process.send(e, TIME));
            process.lines().forEach(System.err::println);
        }
    }
}
