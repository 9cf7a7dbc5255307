package no.altinn.local.identity;

import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.KeyWrappingContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;

/** What one start has wrapped the next one unwraps. */
final class LocalWrappingTest extends KeyWrappingContract {
    @TempDir Path folder;

    @BeforeEach
    void putKeys() {
        KeptKeys.putInto(folder, Clock.systemUTC());
    }

    @Override
    protected KeyWrapping open() {
        return LocalKeys.open(folder, Clock.systemUTC()).webhookKey();
    }
}
