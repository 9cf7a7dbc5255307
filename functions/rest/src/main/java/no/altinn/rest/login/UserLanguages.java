package no.altinn.rest.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.rest.access.Caller;
import no.altinn.rest.language.Language;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What callers read: the language of the user's account, which is kept for 5 minutes, for 10 000
 * users at most. Thread-safe.
 */
public final class UserLanguages {
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Users users;
    private final Cache<Integer, Language> known;

    public UserLanguages(Users users, Clock clock) {
        this.users = users;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(AGE)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .executor(Runnable::run)
                        .build();
    }

    /** The language of a user; empty for an organisation and for nobody. */
    public Optional<Language> of(Caller caller) {
        return caller instanceof Caller.User user
                ? Optional.of(known.get(user.userId(), users::language))
                : Optional.empty();
    }
}
