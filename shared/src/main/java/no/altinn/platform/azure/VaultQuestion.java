package no.altinn.platform.azure;

import com.azure.core.exception.HttpResponseException;

import no.altinn.platform.client.Unavailable;

import java.util.function.Supplier;

/** How Key Vault is asked: whatever goes wrong is {@link Unavailable}. */
final class VaultQuestion {
    private VaultQuestion() {}

    /**
     * Asks. Causes are left out on purpose: their messages can quote what the vault answered, which
     * may be a private key.
     *
     * @param name what is asked for
     */
    static <T> T ask(String name, Supplier<T> question) {
        try {
            return question.get();
        } catch (HttpResponseException e) {
            String answer =
                    e.getResponse() == null
                            ? "could not be asked: " + e.getClass().getSimpleName()
                            : "answered " + e.getResponse().getStatusCode();
            throw new Unavailable("Key Vault " + answer + ", for " + name);
        } catch (RuntimeException e) {
            // The libraries below have no exception of their own for what went wrong on the way.
            throw new Unavailable(
                    "Key Vault could not be asked: "
                            + e.getClass().getSimpleName()
                            + ", for "
                            + name);
        }
    }
}
