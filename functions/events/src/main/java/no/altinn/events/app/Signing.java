package no.altinn.events.app;

import no.altinn.events.functions.KeyFunctions;
import no.altinn.events.functions.SecretFunctions;
import no.altinn.events.functions.SecretJson;
import no.altinn.events.signing.DataKeyFile;
import no.altinn.events.signing.DataKeys;
import no.altinn.events.signing.EndPointSecrets;
import no.altinn.events.signing.KeyPages;
import no.altinn.events.signing.KeyRings;
import no.altinn.events.signing.KeySafe;
import no.altinn.events.signing.PublishedSigningKeys;
import no.altinn.events.signing.RotateDataKeys;
import no.altinn.events.signing.SignedRequests;
import no.altinn.events.subscription.EndPointKeys;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.platform.app.Http;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** The part of the app that signs what endpoints get. Thread-safe. */
final class Signing {
    private final DataKeys dataKeys;
    private final EndPointSecrets secrets;
    private final SignedRequests requests;
    private final PublishedSigningKeys published;
    private final RotateDataKeys rotation;
    private final URI base;

    /**
     * @param base the platform's own address, ending in a slash
     */
    Signing(Adapters adapters, SubscriptionIndex index, URI base, Clock clock) {
        SecureRandom random = new SecureRandom();
        DataKeyFile file =
                new DataKeyFile(adapters.keyRecords(), adapters.webhookKey(), random, clock);
        this.dataKeys = new DataKeys(file, adapters.webhookKey(), clock);
        KeySafe safe = new KeySafe(dataKeys, random);
        KeyRings rings = new KeyRings(adapters.subscriptions(), index);
        KeyPages pages = new KeyPages(adapters.keyRecords(), random);
        this.secrets = new EndPointSecrets(rings, safe, pages, random, clock);
        this.requests = new SignedRequests(index, secrets, safe, base.getHost());
        this.published = new PublishedSigningKeys(pages, index, clock);
        this.rotation =
                new RotateDataKeys(
                        file,
                        adapters.webhookKey(),
                        dataKeys,
                        safe,
                        adapters.subscriptions(),
                        rings,
                        clock);
        this.base = base;
    }

    /** Gets what the first signature or the first new subscription would wait for. */
    void warmUp() {
        dataKeys.warmUp();
    }

    /** Signs requests of attempts. */
    EndPointRequests requests() {
        return requests;
    }

    /** Gives subscriptions their first keys. */
    EndPointKeys keys() {
        return secrets;
    }

    /** What subscribers see of it. */
    SecretFunctions secretFunctions(Http http, OwnSubscriptions own) {
        return new SecretFunctions(http, own, secrets, published, new SecretJson(base));
    }

    /** What the host starts by the clock. */
    KeyFunctions keyFunctions() {
        return new KeyFunctions(rotation);
    }
}
