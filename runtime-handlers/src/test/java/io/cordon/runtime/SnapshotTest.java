package io.cordon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.cordon.runtime.local.CredentialsServer;
import io.cordon.runtime.local.Example;
import io.cordon.runtime.local.FunctionProcess;
import io.cordon.runtime.local.RuntimeApi.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function with SnapStart, in a process of its own: what it does before its snapshot, and what is left for after it. */
class SnapshotTest {
    /** A first request may load one class for each 20 that are there; without a rehearsal it is one for three to five. */
    private static final int MOST_LEFT = 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("io.cordon.runtime.local.Manifest#functions")
    void isReadyForARequestAndHasTouchedNothing(String function) throws IOException {
        Path loaded = directory.resolve("classes");
        try (CredentialsServer credentials = new CredentialsServer();
                Example example = new Example();
                FunctionProcess process = FunctionProcess.withSnapshot(function, credentials, loaded)) {
            assertThat(process.reply().path()).isEqualTo("restore/next");
            assertThat(credentials.asked()).isZero();
            assertThat(process.lines()).isEmpty();
            int before = Files.readAllLines(loaded).size();

            Reply reply = process.send(example.event(function), Duration.ofSeconds(60));

            assertThat(reply.isAnswer()).as(reply.toString()).isTrue();
            assertThat(credentials.asked()).isPositive();
            int after = Files.readAllLines(loaded).size();
            assertThat(after - before).isLessThan(before / MOST_LEFT);
            assertThat(process.lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("rehearsal"))
                    .anyMatch(line -> line.contains(reply.requestId()));
        }
    }
}
