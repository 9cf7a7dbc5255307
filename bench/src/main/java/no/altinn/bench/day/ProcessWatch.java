package no.altinn.bench.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Measures a process by the operating system and the collector's log. For one thread. */
final class ProcessWatch {
    private static final Pattern FULL =
            Pattern.compile("Pause Full .*?(\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /**
     * Threads that follow the load: each call under way has a thread, and an idle thread ends after
     * a minute.
     */
    private static final List<String> POOLS = List.of("event-grid-", "queue-", "calls-", "http-");

    private static final double MIB = 1 << 20;

    private final long pid;
    private final Path collections;
    private final Path data;

    /**
     * @param collections the collector's log
     * @param data the data directory
     */
    ProcessWatch(long pid, Path collections, Path data) {
        this.pid = pid;
        this.collections = collections;
        this.data = data;
    }

    /** Memory, threads, open files and sizes. */
    void look(Map<String, Double> values) throws IOException {
        of("status", "VmRSS:").ifPresent(kib -> values.put(Names.RSS, kib / 1024));
        of("status", "Threads:").ifPresent(count -> values.put(Names.THREADS, count));
        of("smaps_rollup", "Pss:").ifPresent(kib -> values.put(Names.PSS, kib / 1024));
        threads(values);
        descriptors(values);
        values.put(Names.DATABASE, size("events.db"));
        values.put(Names.LOG, size("events.db-wal"));
        files(values);
    }

    /** Asks for a full collection, and returns the heap in use after it. */
    void collect(Map<String, Double> values) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder("jcmd", Long.toString(pid), "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        jcmd.waitFor();
        List<String> lines = Files.readAllLines(collections);
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher full = FULL.matcher(lines.get(i));
            if (full.find()) {
                values.put(Names.HEAP, Double.parseDouble(full.group(2)));
                return;
            }
        }
    }

    private Optional<Double> of(String file, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/" + file)).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")));
    }

    /** The system knows the first 15 characters of a thread's name. */
    private void threads(Map<String, Double> values) throws IOException {
        double steady = 0;
        try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path one : all.toList()) {
                try {
                    String name = Files.readString(one.resolve("comm")).strip();
                    values.merge(
                            Names.THREADS_NAMED + NUMBER.matcher(name).replaceAll("N"),
                            1.0,
                            Double::sum);
                    steady += POOLS.stream().anyMatch(name::startsWith) ? 0 : 1;
                } catch (IOException e) {
                    // It has ended meanwhile.
                }
            }
        }
        values.put(Names.STEADY_THREADS, steady);
    }

    private void descriptors(Map<String, Double> values) throws IOException {
        double all = 0;
        double sockets = 0;
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path one : open.toList()) {
                try {
                    all++;
                    if (Files.readSymbolicLink(one).toString().startsWith("socket:")) {
                        sockets++;
                    }
                } catch (IOException e) {
                    // It was closed meanwhile.
                    all--;
                }
            }
        }
        values.put(Names.DESCRIPTORS, all);
        values.put(Names.SOCKETS, sockets);
    }

    private double size(String name) throws IOException {
        Path file = data.resolve(name);
        return Files.exists(file) ? Files.size(file) / MIB : 0;
    }

    private void files(Map<String, Double> values) throws IOException {
        double count = 0;
        double bytes = 0;
        try (Stream<Path> all = Files.walk(data.resolve("files"))) {
            for (Path file : all.toList()) {
                try {
                    if (Files.isRegularFile(file)) {
                        bytes += Files.size(file);
                        count++;
                    }
                } catch (NoSuchFileException e) {
                    // It was removed meanwhile.
                }
            }
        } catch (UncheckedIOException e) {
            // A folder was made or removed meanwhile: the next look tells.
            return;
        }
        values.put(Names.FILES, count);
        values.put(Names.FILES_SIZE, bytes / MIB);
    }
}
