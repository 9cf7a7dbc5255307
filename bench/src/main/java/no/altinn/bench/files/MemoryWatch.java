package no.altinn.bench.files;

import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a platform's memory five times a second, and keeps the most. For one thread. */
final class MemoryWatch implements AutoCloseable {
    private static final Pattern HEAP = Pattern.compile("total (\\d+)K, used (\\d+)K");

    private final Platform platform;
    private final Thread thread;
    private volatile boolean isOver;
    private volatile double most;

    MemoryWatch(Platform platform) {
        this.platform = platform;
        this.thread = new Thread(this::look);
        thread.start();
    }

    private void look() {
        try {
            while (!isOver) {
                most = Math.max(most, platform.memory());
                LockSupport.parkNanos(200_000_000);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The most of its share of memory (PSS) until now, in MiB. */
    double most() {
        return most;
    }

    /** What the process has resident, in MiB. */
    static double resident(Platform platform) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + platform.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** What the heap has taken from the system, in MiB. */
    static double heap(Platform platform) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder("jcmd", Long.toString(platform.pid()), "GC.heap_info").start();
        String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        // The young and the old generation, and not what is outside the heap.
        double kibibytes = 0;
        Matcher each = HEAP.matcher(told);
        for (int i = 0; i < 2 && each.find(); i++) {
            kibibytes += Double.parseDouble(each.group(1));
        }
        return kibibytes / 1024;
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
