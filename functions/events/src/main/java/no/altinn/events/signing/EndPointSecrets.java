package no.altinn.events.signing;

import no.altinn.events.subscription.EndPointKeys;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes, shows and replaces the keys of subscriptions. Thread-safe; the methods throw {@link
 * Unavailable} when a store or the vault cannot answer.
 */
public final class EndPointSecrets implements EndPointKeys {
    private static final Logger LOG = LoggerFactory.getLogger(EndPointSecrets.class);

    private final KeyRings rings;
    private final KeySafe safe;
    private final KeyPages pages;
    private final SecureRandom random;
    private final Clock clock;

    public EndPointSecrets(
            KeyRings rings, KeySafe safe, KeyPages pages, SecureRandom random, Clock clock) {
        this.rings = rings;
        this.safe = safe;
        this.pages = pages;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public void begin(Subscription subscription) {
        if (subscription.isPulled()) {
            return;
        }
        try {
            ring(subscription);
        } catch (Unavailable e) {
            LOG.warn(
                    "Subscription {} gets its key at its first use: {}",
                    subscription.id(),
                    e.getMessage());
        } catch (UnknownSubscription e) {
            // Its consumer has removed it since it was found, and needs no key of it.
            LOG.debug("Subscription {} has been removed before it had a key", subscription.id());
        }
    }

    @Override
    public void forget(Subscription subscription) {
        try {
            pages.close(KeyRings.of(subscription).set());
        } catch (Unavailable e) {
            // Without its subscription the page is not found any more, whatever is left of it.
            LOG.warn(
                    "The page of subscription {} is left behind: {}",
                    subscription.id(),
                    e.getMessage());
        }
    }

    /** The subscription's ring, with a first key if it had none. */
    KeyRing ring(Subscription subscription) {
        KeyRing ring = KeyRings.of(subscription);
        if (!ring.isEmpty()) {
            return ring;
        }
        SealedKey first = created(subscription, Scheme.V1);
        return rings.change(
                subscription, now -> now.isEmpty() ? new KeyRing(now.set(), List.of(first)) : now);
    }

    /**
     * What the endpoint's owner verifies with.
     *
     * @throws WrongDeliveryMode if the consumer fetches the events
     */
    public EndPointSecret show(Subscription subscription) {
        requireEndPoint(subscription);
        return shown(subscription, ring(subscription));
    }

    /**
     * Replaces the newest key.
     *
     * @return what the endpoint's owner verifies with from now on
     * @throws WrongDeliveryMode if the consumer fetches the events
     * @throws TooManyKeys if more than five keys would be valid
     */
    public EndPointSecret rotate(Subscription subscription, Rotation rotation) {
        requireEndPoint(subscription);
        KeyRing before = KeyRings.of(subscription);
        Scheme scheme =
                rotation.scheme()
                        .orElseGet(() -> before.newest().map(SealedKey::scheme).orElse(Scheme.V1));
        SealedKey next = created(subscription, scheme);
        // The page is there before the subscription names it: a name must always lead to it.
        boolean needsPage = scheme == Scheme.V1A && before.set().isEmpty();
        String page = needsPage ? pages.open(subscription.id()) : before.set();
        Instant now = clock.instant();
        String kept = before.set();
        try {
            KeyRing after =
                    rings.change(
                            subscription,
                            ring -> ring.named(page).rotated(next, rotation.overlap(), now));
            kept = after.set();
            return shown(subscription, after);
        } finally {
            if (!kept.equals(page)) {
                pages.close(page);
            }
        }
    }

    private static void requireEndPoint(Subscription subscription) {
        WrongDeliveryMode.requirePush(subscription);
    }

    private SealedKey created(Subscription subscription, Scheme scheme) {
        return safe.seal(
                SignatureKey.create(scheme, random),
                subscription.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private EndPointSecret shown(Subscription subscription, KeyRing ring) {
        SealedKey newest = ring.newest().orElseThrow();
        return new EndPointSecret(
                newest,
                safe.open(newest, subscription.id()).forVerifying(),
                ring.set(),
                ring.previousExpires(clock.instant()));
    }
}
