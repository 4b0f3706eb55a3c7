package io.cordon.runtime.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several who do the same at once. */
final class Race {
    private Race() {}

    static <T> List<T> of(int runners, Supplier<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(runners);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> pending = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            pending.add(pool.submit(() -> {
                start.await();
                return work.get();
            }));
        }
        start.countDown();
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : pending) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
