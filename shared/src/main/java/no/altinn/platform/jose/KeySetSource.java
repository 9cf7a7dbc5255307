package no.altinn.platform.jose;

/** Where an issuer's keys are published. */
@FunctionalInterface
public interface KeySetSource {
    /**
     * Fetches the keys of now; never an empty set.
     *
     * @throws no.altinn.platform.client.Unavailable if there is no answer or no key in it
     */
    KeySet fetch();

    /**
     * Fetches the keys for a caller that has none yet. It may take longer than {@link #fetch},
     * since the caller refuses every token until it has keys.
     *
     * @throws no.altinn.platform.client.Unavailable if there is no answer or no key in it
     */
    default KeySet fetchFirst() {
        return fetch();
    }
}
