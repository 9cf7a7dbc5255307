package no.altinn.events.signing;

import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.platform.seal.KeyWrapping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replaces data keys, a step each night: makes a new one every 90 days, encrypts what older ones
 * have encrypted under the new one, and forgets the older ones. What a night does not finish, the
 * next one goes on with. Thread-safe.
 */
public final class RotateDataKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RotateDataKeys.class);
    private static final Duration AGE = Duration.ofDays(90);

    /** By then no process goes by an older list any more. */
    private static final Duration SETTLED = DataKeys.MAX_AGE.multipliedBy(2);

    /** For how long one night's step encrypts, well below a function's time. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int PAGE = 100;

    private final DataKeyFile file;
    private final KeyWrapping wrapping;
    private final DataKeys dataKeys;
    private final KeySafe safe;
    private final SubscriptionStore subscriptions;
    private final KeyRings rings;
    private final Clock clock;

    public RotateDataKeys(
            DataKeyFile file,
            KeyWrapping wrapping,
            DataKeys dataKeys,
            KeySafe safe,
            SubscriptionStore subscriptions,
            KeyRings rings,
            Clock clock) {
        this.file = file;
        this.wrapping = wrapping;
        this.dataKeys = dataKeys;
        this.safe = safe;
        this.subscriptions = subscriptions;
        this.rings = rings;
        this.clock = clock;
    }

    /**
     * Does one night's step.
     *
     * @throws no.altinn.platform.client.Unavailable if a store or the vault is away; the next step
     *     begins where this one ended
     */
    public void step() {
        wrappedByTheNewest(file.read()).ifPresent(this::step);
    }

    /** Wraps anew what an older version of the wrapping key has wrapped. */
    private Optional<DataKeyFile.Kept> wrappedByTheNewest(DataKeyFile.Kept kept) {
        String newest = wrapping.newestVersion();
        DataKeyList list =
                kept.list()
                        .with(
                                key ->
                                        key.wrapped().wrappedBy().equals(newest)
                                                ? key
                                                : key.wrapped(
                                                        wrapping.wrap(
                                                                wrapping.unwrap(key.wrapped()))));
        return list.equals(kept.list()) ? Optional.of(kept) : file.write(kept, list);
    }

    private void step(DataKeyFile.Kept kept) {
        DataKeyList list = kept.list();
        if (isOver(list.newest().created(), AGE)) {
            replace(kept, list.startedWith(file.created()), "A new data key encrypts");
        } else if (list.hasOlder() && isOver(list.newest().created(), SETTLED)) {
            encryptOrForget(kept);
        }
    }

    private void encryptOrForget(DataKeyFile.Kept kept) {
        Optional<Instant> ended = kept.list().reSealing().ended();
        if (ended.isEmpty()) {
            encrypt(kept);
        } else if (isOver(ended.get(), SETTLED)) {
            replace(kept, kept.list().newestOnly(), "The older data keys are forgotten");
        }
    }

    private boolean isOver(Instant since, Duration age) {
        return !clock.instant().isBefore(since.plus(age));
    }

    /** If another process has written the list, that one has done the step. */
    private Optional<DataKeyFile.Kept> replace(
            DataKeyFile.Kept kept, DataKeyList next, String what) {
        Optional<DataKeyFile.Kept> written = file.write(kept, next);
        LOG.info("{}: {}", what, written.isPresent() ? "done" : "another process was faster");
        return written;
    }

    private void encrypt(DataKeyFile.Kept kept) {
        if (!dataKeys.newest().equals(kept.list().newest().id())) {
            LOG.warn("This process does not know the newest data key yet; the next step waits");
            return;
        }
        Instant end = clock.instant().plus(LONGEST);
        Optional<DataKeyFile.Kept> now = Optional.of(kept);
        while (now.filter(this::goesOn).isPresent() && clock.instant().isBefore(end)) {
            now = encryptPage(now.get());
        }
    }

    private boolean goesOn(DataKeyFile.Kept kept) {
        return kept.list().reSealing().ended().isEmpty();
    }

    private Optional<DataKeyFile.Kept> encryptPage(DataKeyFile.Kept kept) {
        DataKeyList list = kept.list();
        List<Subscription> page = subscriptions.after(list.reSealing().after(), PAGE);
        page.forEach(this::encrypt);
        ReSealing progress =
                page.size() < PAGE
                        ? list.reSealing().endedAt(clock.instant())
                        : list.reSealing().upTo(page.get(PAGE - 1).id());
        return replace(kept, list.at(progress), "Encrypting under the new data key");
    }

    /** A key that is lost must not keep the others from being encrypted. */
    private void encrypt(Subscription subscription) {
        try {
            Map<KeySeal, KeySeal> anew = anew(subscription);
            if (!anew.isEmpty()) {
                rings.change(subscription, ring -> under(anew, ring));
            }
        } catch (UnknownSubscription e) {
            LOG.debug("Subscription {} was removed", subscription.id());
        } catch (LostKey e) {
            LOG.error("A key of subscription {} is lost: {}", subscription.id(), e.getMessage());
        }
    }

    private Map<KeySeal, KeySeal> anew(Subscription subscription) {
        return KeyRings.of(subscription).keys().stream()
                .filter(safe::isOld)
                .collect(
                        Collectors.toMap(
                                SealedKey::seal, key -> safe.sealAgain(key, subscription.id())));
    }

    private static KeyRing under(Map<KeySeal, KeySeal> anew, KeyRing ring) {
        return ring.with(key -> key.under(anew.getOrDefault(key.seal(), key.seal())));
    }
}
