package no.altinn.rest.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.client.Unavailable;

import java.net.URI;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Keeps lists for an hour, though not beyond the moment when the issuer has a newer one. That a
 * list cannot be had is kept for 30 s. At most 100 lists are kept. Thread-safe.
 */
public final class CachedRevocationLists implements RevocationLists {
    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration FAILURE = Duration.ofSeconds(30);
    private static final int MOST = 100;

    private final RevocationLists source;
    private final Clock clock;
    private final Cache<URI, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    public CachedRevocationLists(RevocationLists source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Known(Optional<X509CRL> list, String failure, Instant until) {}

    @Override
    public X509CRL at(URI address) {
        Instant now = clock.instant();
        Known found =
                known.asMap()
                        .compute(
                                address,
                                (uri, old) ->
                                        old != null && now.isBefore(old.until())
                                                ? old
                                                : fetch(uri, now));
        return found.list().orElseThrow(() -> new Unavailable(found.failure()));
    }

    private Known fetch(URI address, Instant now) {
        try {
            X509CRL list = source.at(address);
            return new Known(Optional.of(list), "", until(list, now));
        } catch (Unavailable e) {
            return new Known(Optional.empty(), e.getMessage(), now.plus(FAILURE));
        }
    }

    private static Instant until(X509CRL list, Instant now) {
        Instant hour = now.plus(AGE);
        Date next = list.getNextUpdate();
        return next != null && next.toInstant().isBefore(hour) ? next.toInstant() : hour;
    }
}
