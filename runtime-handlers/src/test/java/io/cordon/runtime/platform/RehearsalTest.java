package io.cordon.runtime.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
    static {
        io.cordon.runtime.local.LocalAws.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "status", "authorizer", "price-seed", "trail-check", "process"})
    void x(String function) {
        Rehearsal r = Rehearsal.of(function);
        System.err.println(function + " " + r.perform() + " over " + r.isOver());
    }
}
