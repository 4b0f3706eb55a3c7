package io.cordon.examples;

import io.cordon.account.CordonAccount;
import java.util.Map;
import software.amazon.awscdk.App;

final class CordonAccountExample {
    private CordonAccountExample() {}

    static void in(App app) {
        // example:start
        new CordonAccount(app, "CordonAccount", it -> it.tags(Map.of("cost-centre", "platform")));
        // example:end
    }
}
