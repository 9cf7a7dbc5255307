package no.altinn.events.signing;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.WrappedKey;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.SecretKey;

/** A keeper of a wrapping key that can be away, and can have newer versions. Thread-safe. */
public final class FakeWrapping implements KeyWrapping {
    private final Map<WrappedKey, SecretKey> wrapped = new ConcurrentHashMap<>();
    private final AtomicInteger unwrapped = new AtomicInteger();
    private volatile boolean isAway;
    private volatile String version = "v1";

    /** Lets every call fail from now on, or none. */
    public void setAway(boolean away) {
        isAway = away;
    }

    /** Makes this the newest version. */
    public void setVersion(String newest) {
        version = newest;
    }

    /** How often it was asked to unwrap. */
    public int unwrapped() {
        return unwrapped.get();
    }

    @Override
    public String newestVersion() {
        check();
        return version;
    }

    @Override
    public WrappedKey wrap(SecretKey key) {
        check();
        WrappedKey result =
                WrappedKey.of(
                        version, ("wrapped " + wrapped.size()).getBytes(StandardCharsets.UTF_8));
        wrapped.put(result, key);
        return result;
    }

    @Override
    public SecretKey unwrap(WrappedKey key) {
        unwrapped.incrementAndGet();
        check();
        SecretKey found = wrapped.get(key);
        if (found == null) {
            throw new Unavailable("Nothing is wrapped so");
        }
        return found;
    }

    private void check() {
        if (isAway) {
            throw new Unavailable("The vault is away");
        }
    }
}
