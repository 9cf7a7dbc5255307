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
     * Fetches the keys for those who have none yet: it may take longer, for without keys everything
     * is refused.
     *
     * @throws no.altinn.platform.client.Unavailable if there is no answer or no key in it
     */
    default KeySet fetchFirst() {
        return fetch();
    }
}
