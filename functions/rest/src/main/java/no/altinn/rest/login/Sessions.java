package no.altinn.rest.login;

import no.altinn.platform.seal.Seal;
import no.altinn.rest.access.Caller;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Logins that clients carry in a cookie, sealed with AES-256-GCM. Nothing is kept of them here but
 * the stamp of the user's account, which every new password or secret changes. Thread-safe.
 */
public final class Sessions {
    private static final String PURPOSE = ".ASPXAUTH";

    private final HexSeal seal;
    private final Users users;
    private final Clock clock;

    public Sessions(Seal seal, Users users, Clock clock) {
        this.seal = new HexSeal(seal, PURPOSE);
        this.users = users;
        this.clock = clock;
    }

    /**
     * A login that goes on.
     *
     * @param renewed the cookie's new value, if it is due
     */
    public record Resumed(Caller.User user, Optional<String> renewed) {}

    /**
     * Begins a login.
     *
     * @param account of the user, whose stamp the login keeps
     * @return the cookie's value
     */
    public String begin(Caller.User user, Account account) {
        Instant now = clock.instant();
        return seal.seal(new Session(user, account.stamp(), now, now).write());
    }

    /**
     * Goes on with a login.
     *
     * @param value the cookie's
     * @return empty if it is not one of this system's, has ended, or the user has another password
     *     or is gone
     */
    public Optional<Resumed> resume(String value) {
        Instant now = clock.instant();
        return seal.open(value)
                .map(Session::read)
                .filter(session -> session.isLivingAt(now))
                .filter(this::isOfAccount)
                .map(
                        session ->
                                new Resumed(
                                        session.user(),
                                        session.isDueAt(now)
                                                ? Optional.of(
                                                        seal.seal(session.renewedAt(now).write()))
                                                : Optional.empty()));
    }

    private boolean isOfAccount(Session session) {
        return users.find(session.user().userId())
                .filter(account -> account.stamp().equals(session.stamp()))
                .isPresent();
    }
}
