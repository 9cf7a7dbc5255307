package no.altinn.simulation.outside;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.WrappedKey;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.SecretKey;

/** The keeper of the wrapping key, which gets new versions. Not thread-safe. */
public final class Vault implements KeyWrapping {
    private final Map<WrappedKey, SecretKey> wrapped = new HashMap<>();
    private int version = 1;

    /** Makes a new version of the wrapping key. */
    public void renew() {
        version++;
    }

    @Override
    public String newestVersion() {
        return "v" + version;
    }

    @Override
    public WrappedKey wrap(SecretKey key) {
        WrappedKey made =
                WrappedKey.of(
                        newestVersion(),
                        ("wrapped " + wrapped.size()).getBytes(StandardCharsets.UTF_8));
        wrapped.put(made, key);
        return made;
    }

    @Override
    public SecretKey unwrap(WrappedKey key) {
        return Optional.ofNullable(wrapped.get(key))
                .orElseThrow(() -> new Unavailable("simulated: nothing is wrapped so"));
    }
}
