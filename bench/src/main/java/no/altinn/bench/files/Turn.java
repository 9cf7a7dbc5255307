package no.altinn.bench.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many files sent and so many fetched at the same time, each by a thread of its own. */
final class Turn {
    private Turn() {}

    /** How many seconds it takes. */
    static double seconds(Way way, Path file, int files) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            int number = i;
            all.add(
                    () -> {
                        way.send(number, file);
                        return null;
                    });
            all.add(
                    () -> {
                        way.fetch(number);
                        return null;
                    });
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            long start = System.nanoTime();
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdown();
        }
    }
}
