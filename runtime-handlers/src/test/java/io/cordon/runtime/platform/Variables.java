package io.cordon.runtime.platform;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Gives functions their environment, and notes which function reads which variable. */
public final class Variables {
    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

    private Variables() {}

    /** Makes a function in this environment. */
    public static synchronized <T> T during(String function, Map<String, String> environment, Supplier<T> work) {
        Env.readFrom(name -> {
            READ.computeIfAbsent(function, any -> ConcurrentHashMap.newKeySet()).add(name);
            return environment.get(name);
        });
        AwsClients.wire(OverheardNetwork.wiring());
        try {
            return work.get();
        } finally {
            AwsClients.wire(AwsWiring.STANDARD);
            Env.readFrom(System::getenv);
        }
    }

    /** The variables that the function has read so far. */
    public static Set<String> readBy(String function) {
        return READ.getOrDefault(function, Set.of());
    }
}
