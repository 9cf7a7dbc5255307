package no.altinn.rest.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.profile.UserProfile;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the profiles of users for 5 minutes, 10 000 of each question at most. That somebody is no
 * user is not kept, for that may end at any moment. Thread-safe.
 */
public final class CachedProfiles implements Profiles {
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Profiles source;
    private final Cache<String, UserProfile> byNumber;
    private final Cache<Integer, UserProfile> byId;

    public CachedProfiles(Profiles source, Clock clock) {
        this.source = source;
        this.byNumber = cache(clock);
        this.byId = cache(clock);
    }

    private static <K> Cache<K, UserProfile> cache(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(AGE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<UserProfile> ofPerson(String nationalNumber) {
        return Optional.ofNullable(
                byNumber.get(nationalNumber, number -> source.ofPerson(number).orElse(null)));
    }

    @Override
    public Optional<UserProfile> ofUser(int userId) {
        return Optional.ofNullable(byId.get(userId, id -> source.ofUser(id).orElse(null)));
    }
}
