package no.altinn.rest.login;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.Seal;
import no.altinn.rest.access.Caller;
import no.altinn.rest.login.LoginModel.Ask;
import no.altinn.rest.login.LoginModel.Deed;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Losses;
import no.altinn.testing.history.Verdict;
import no.altinn.testing.time.MutableClock;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Browsers that share the cookies of one user, whose password others change meanwhile, while time
 * passes and some calls of the store are lost.
 */
final class LoginHistory {
    private static final int CALLERS = 4;
    private static final int CALLS = 6;

    /** Of this many calls of the store one is lost, and of this many answers one. */
    private static final int LOST = 20;

    private static final Caller.User USER =
            new Caller.User(
                    LoginBed.OLA,
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    2,
                    Optional.empty());

    private final Instant start = Instant.parse("2026-01-02T03:04:05Z");
    private final MutableClock clock = MutableClock.at(start);
    private final long seed;
    private final Users users;
    private final Sessions sessions;
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final History<Ask, String> history = new History<>();

    private LoginHistory(EntryStore store, long seed) {
        this.seed = seed;
        Entries real = store.of(Tables.USERS);
        new Users(real, clock).assign(LoginBed.OLA, UserName.of("ola"), "first");
        Losses losses = new Losses(seed, LOST, () -> new Unavailable("lost"));
        this.users = new Users(losses.over(Entries.class, real), clock);
        Seal seal = new Seal(() -> List.of(LoginBed.key(1)), new SecureRandom());
        this.sessions = new Sessions(seal, users, clock);
    }

    /** Lets the browsers work, and looks for an order that explains what each of them saw. */
    static Verdict<Ask, String> verdict(EntryStore store, long seed) throws InterruptedException {
        return new LoginHistory(store, seed).verdict();
    }

    private Verdict<Ask, String> verdict() throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed * CALLERS + caller);
            callers.add(() -> work(random));
        }
        AtOnce.run(callers);
        return Linearizability.verdict(new LoginModel(), history.calls());
    }

    private void work(Random random) {
        for (int call = 0; call < CALLS; call++) {
            List<String> known = List.copyOf(cookies);
            int lot = random.nextInt(10);
            if (lot == 0) {
                tried(Deed.CHANGE_PASSWORD, "", this::changePassword);
            } else if (lot == 1) {
                tried(Deed.PASS, "", this::pass);
            } else if (lot == 2 || known.isEmpty()) {
                tried(Deed.LOG_IN, "", this::logIn);
            } else {
                String cookie = known.get(random.nextInt(known.size()));
                tried(Deed.SHOW, cookie, () -> show(cookie));
            }
        }
    }

    private void tried(Deed deed, String cookie, Supplier<String> call) {
        int since = (int) Duration.between(start, clock.instant()).dividedBy(LoginModel.STEP);
        history.tried(new Ask(deed, cookie, since), call, Unavailable.class)
                .filter(answer -> !answer.isEmpty() && !cookies.contains(answer))
                .ifPresent(cookies::add);
    }

    private String changePassword() {
        users.changePassword(LoginBed.OLA, "another");
        return "";
    }

    private String pass() {
        clock.advance(LoginModel.STEP);
        return "";
    }

    private String logIn() {
        return sessions.begin(USER, users.find(LoginBed.OLA).orElseThrow());
    }

    private String show(String cookie) {
        return sessions.resume(cookie).map(resumed -> resumed.renewed().orElse(cookie)).orElse("");
    }
}
