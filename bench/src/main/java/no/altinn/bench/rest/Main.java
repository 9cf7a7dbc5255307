package no.altinn.bench.rest;

import no.altinn.bench.delivery.Figures;
import no.altinn.bench.delivery.Platform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Measures the REST API beside the Events API and prints the figures of both.
 *
 * <pre>
 * java … Main HOME DATA EVENTS TURNS SECONDS
 * </pre>
 *
 * <p>The data directory has a box that is {@linkplain FilledBox filled}. Each turn of the pages
 * lasts so many seconds.
 */
public final class Main {
    private static final int REQUESTS = 20_000;

    private Main() {}

    /** Measures. */
    public static void main(String[] a) throws Exception {
        int turns = Integer.parseInt(a[3]);
        try (Platform platform = Platform.startOn(Path.of(a[0]), Path.of(a[1]))) {
            Pages pages = new Pages(platform, Integer.parseInt(a[4]));
            pages.store(Integer.parseInt(a[2]));
            platform.awaitRest();
            pages.check();
            Costs costs = new Costs(platform, REQUESTS);
            // Warms up both sides.
            pages.turn(uncounted(), uncounted());
            costs.turn(uncounted(), uncounted());
            for (int turn = 0; turn < turns; turn++) {
                platform.awaitRest();
                pages.turn(
                        new Figures("events", "rest", System.out),
                        new Figures("rest", "rest", System.out));
                costs.turn(
                        new Figures("events", "rest", System.out),
                        new Figures("rest", "rest", System.out));
            }
        }
    }

    private static Figures uncounted() {
        return new Figures(
                "",
                "",
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
