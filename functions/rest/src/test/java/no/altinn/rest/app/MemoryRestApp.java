package no.altinn.rest.app;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.rest.file.MemoryFiles;
import no.altinn.rest.record.EntryStore;
import no.altinn.testing.time.MutableClock;

import java.util.List;
import java.util.Optional;

/** The whole app over a store in memory, for tests of what all routes have. */
public final class MemoryRestApp {
    private MemoryRestApp() {}

    /** The app at {@code https://rest.example/}. */
    public static RestApp over(EntryStore entries) {
        MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
        MemoryFiles files = new MemoryFiles(clock);
        return new RestApp(
                RestSettings.read(RestSettingsTest.REQUIRED),
                new RestAdapters(
                        entries,
                        files,
                        files,
                        issuer -> Optional.empty(),
                        () -> "a token",
                        List::of),
                OpenTelemetry.noop(),
                clock);
    }
}
