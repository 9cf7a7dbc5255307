package no.altinn.platform.app;

import java.net.URI;

/**
 * How a service of the platform is called. Immutable.
 *
 * @param base the address that the service's paths are below, ending in a slash
 * @param subscriptionKey the key of the platform's gateway
 */
public record ServiceSettings(URI base, String subscriptionKey) {
    /** The key is a secret, so it is left out. */
    @Override
    public String toString() {
        return "ServiceSettings[base=" + base + "]";
    }
}
