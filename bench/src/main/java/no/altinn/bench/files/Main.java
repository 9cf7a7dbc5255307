package no.altinn.bench.files;

import no.altinn.bench.delivery.Figures;
import no.altinn.bench.delivery.Platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Measures files that are sent to a platform and fetched from it at the same time, beside a plain
 * copy of the same files, in turns; and the memory of the platform meanwhile, above what it has at
 * rest.
 *
 * <pre>
 * java … Main HOME DATA WORK FILES MIB TURNS
 * </pre>
 *
 * <p>The data directory has a catalogue whose service 1001 takes such files.
 */
public final class Main {
    private static final int MIB = 1 << 20;
    private static final int WARM_UP = 4;

    private Main() {}

    /** Measures. */
    public static void main(String[] a) throws Exception {
        Path work = Path.of(a[2]);
        int files = Integer.parseInt(a[3]);
        int mebibytes = Integer.parseInt(a[4]);
        int turns = Integer.parseInt(a[5]);
        Path file = made(work.resolve("file"), mebibytes);
        Path small = made(work.resolve("small"), 1);
        Path folder = Files.createDirectory(work.resolve("plain"));
        for (int i = 0; i < files; i++) {
            Files.copy(file, folder.resolve("kept-" + i));
        }
        Process other =
                new ProcessBuilder(
                                "java",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PlainCopy.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (Platform platform = Platform.startOn(Path.of(a[0]), Path.of(a[1]));
                BufferedReader told = other.inputReader(StandardCharsets.UTF_8)) {
            Way plain = new PlainCopy(Integer.parseInt(told.readLine()));
            ThroughPlatform through = new ThroughPlatform(platform.port(), platform.personsToken());
            warmUp(platform, small);
            through.keep(file, files);
            platform.awaitRest();
            measure(platform, plain, through, file, files, mebibytes, turns);
        } finally {
            other.destroy();
        }
    }

    /** Lets the code be compiled that every file passes, with files that take no room. */
    private static void warmUp(Platform platform, Path small) throws Exception {
        ThroughPlatform warm = new ThroughPlatform(platform.port(), platform.personsToken());
        warm.keep(small, 2);
        for (int i = 0; i < WARM_UP; i++) {
            Turn.seconds(warm, small, 2);
            warm.clear();
        }
    }

    private static void measure(
            Platform platform,
            Way plain,
            ThroughPlatform through,
            Path file,
            int files,
            int mebibytes,
            int turns)
            throws Exception {
        Figures copied = new Figures("plain copy", "files", System.out);
        Figures sent = new Figures("platform", "files", System.out);
        double bytes = 2.0 * files * mebibytes;
        double heapAtRest = MemoryWatch.heap(platform);
        double residentAtRest = MemoryWatch.resident(platform);
        double atRest = platform.memory();
        sent.add("memory at rest (PSS), MiB", atRest);
        sent.add("resident at rest, MiB", residentAtRest);
        sent.add("heap taken from the system at rest, MiB", heapAtRest);
        for (int turn = 0; turn < turns; turn++) {
            copied.add(
                    "sent and fetched together, MiB/s", bytes / Turn.seconds(plain, file, files));
            try (MemoryWatch watch = new MemoryWatch(platform)) {
                sent.add(
                        "sent and fetched together, MiB/s",
                        bytes / Turn.seconds(through, file, files));
                sent.add("most memory (PSS) above rest, MiB", watch.most() - atRest);
                sent.add(
                        "resident after it above rest, MiB",
                        MemoryWatch.resident(platform) - residentAtRest);
                sent.add(
                        "of it, heap taken from the system, MiB",
                        MemoryWatch.heap(platform) - heapAtRest);
            }
            through.clear();
        }
    }

    private static Path made(Path file, int mebibytes) throws IOException {
        byte[] some = new byte[MIB];
        new Random(1).nextBytes(some);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(some);
            }
        }
        return file;
    }
}
