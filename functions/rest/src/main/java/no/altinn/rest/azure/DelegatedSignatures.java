package no.altinn.rest.azure;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.UserDelegationKey;
import com.azure.storage.common.sas.SasProtocol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Signs with a key that the account gives the app's identity for some hours, so that no key of the
 * account is needed. The app asks for another key before the one it has ends. Thread-safe.
 */
public final class DelegatedSignatures implements BlobSignatures {
    private static final Duration KEY = Duration.ofHours(4);

    /** A signature counts no longer than its key. */
    private static final Duration LEFT = Duration.ofHours(1);

    private final Supplier<BlobServiceClient> service;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    // Read without the lock while the key is good.
    private volatile Held held = new Held(null, Instant.MIN);

    private record Held(UserDelegationKey key, Instant ends) {}

    /** Signatures of the identity that the client has. */
    public DelegatedSignatures(Supplier<BlobServiceClient> service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String of(BlobClient blob, Permission permission, Instant ends) {
        return blob.generateUserDelegationSas(
                permission.until(ends).setProtocol(SasProtocol.HTTPS_ONLY), key());
    }

    private UserDelegationKey key() {
        Held now = held;
        if (isGood(now)) {
            return now.key();
        }
        renewing.lock();
        try {
            if (!isGood(held)) {
                Instant ends = clock.instant().plus(KEY);
                held =
                        new Held(
                                service.get()
                                        .getUserDelegationKey(null, ends.atOffset(ZoneOffset.UTC)),
                                ends);
            }
            return held.key();
        } finally {
            renewing.unlock();
        }
    }

    private boolean isGood(Held some) {
        return some.ends().isAfter(clock.instant().plus(LEFT));
    }
}
