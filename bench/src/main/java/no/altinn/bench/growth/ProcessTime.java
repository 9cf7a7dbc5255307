package no.altinn.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time of the threads of another virtual machine, as Linux counts it. Those of its
 * compiler and its collector are not among them, so that neither passes for growth.
 */
final class ProcessTime {
    private static final List<String> OF_THE_MACHINE = List.of("C1 ", "C2 ", "GC ", "VM ");

    private ProcessTime() {}

    /** What the threads that live now have used, in nanoseconds. */
    static long of(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.mapToLong(ProcessTime::ofThread).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ofThread(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            String times = Files.readString(thread.resolve("schedstat"));
            return OF_THE_MACHINE.stream().anyMatch(name::startsWith)
                    ? 0
                    : Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
