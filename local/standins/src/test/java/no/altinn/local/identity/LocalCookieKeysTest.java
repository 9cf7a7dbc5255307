package no.altinn.local.identity;

import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.seal.SealingKeysContract;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;

class LocalCookieKeysTest extends SealingKeysContract {
    @TempDir Path folder;

    @Override
    protected SealingKeys open() {
        return LocalKeys.open(folder, Clock.systemUTC()).cookieKeys();
    }
}
