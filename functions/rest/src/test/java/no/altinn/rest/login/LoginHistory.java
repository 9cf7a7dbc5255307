package no.altinn.rest.login;

import no.altinn.platform.seal.Seal;
import no.altinn.rest.access.Caller;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.history.AtOnce;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.History;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Model;
import no.altinn.testing.time.MutableClock;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Browsers that share the cookies of one user, whose password others change meanwhile. */
final class LoginHistory {
    private static final int CALLERS = 4;
    private static final int CALLS = 12;
    private static final Caller.User USER =
            new Caller.User(
                    LoginBed.OLA,
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    2,
                    Optional.empty());

    private final Users users;
    private final Sessions now;

    /** The same logins when half of their time is over, so that each is renewed. */
    private final Sessions later;

    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final History<Ask, String> history = new History<>();

    LoginHistory(EntryStore store) {
        MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
        this.users = new Users(store.of(Tables.USERS), clock);
        Seal seal = new Seal(() -> List.of(LoginBed.key(1)), new SecureRandom());
        this.now = new Sessions(seal, users, clock);
        MutableClock halfTime = MutableClock.at(clock.instant().plus(Duration.ofMinutes(16)));
        this.later = new Sessions(seal, users, halfTime);
        users.assign(LoginBed.OLA, UserName.of("ola"), "first");
    }

    private enum Deed {
        /** Answers the cookie. */
        LOG_IN,
        /** Answers the renewed cookie; an empty text if the login has ended. */
        RENEW,
        /** Answers nothing. */
        CHANGE_PASSWORD
    }

    private record Ask(Deed deed, String cookie) {}

    /** The state is all cookies that count: those since the password was changed last. */
    private static final class Cookies implements Model<Set<String>, Ask, String> {
        @Override
        public Set<String> initial() {
            return Set.of();
        }

        @Override
        public Collection<Set<String>> after(
                Set<String> counting, Ask asked, Optional<String> output) {
            String answered = output.orElseThrow();
            return switch (asked.deed()) {
                case LOG_IN -> List.of(with(counting, answered));
                case CHANGE_PASSWORD -> List.of(Set.of());
                case RENEW -> {
                    if (counting.contains(asked.cookie()) == answered.isEmpty()) {
                        yield List.of();
                    }
                    yield List.of(answered.isEmpty() ? counting : with(counting, answered));
                }
            };
        }

        private static Set<String> with(Set<String> cookies, String one) {
            Set<String> more = new TreeSet<>(cookies);
            more.add(one);
            return more;
        }
    }

    /** Lets the browsers work, and finds an order that explains what each of them saw. */
    Optional<List<Call<Ask, String>>> order(long seed) throws InterruptedException {
        List<Runnable> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed + caller);
            callers.add(() -> work(random));
        }
        AtOnce.run(callers);
        return Linearizability.order(new Cookies(), history.calls());
    }

    private void work(Random random) {
        for (int call = 0; call < CALLS; call++) {
            List<String> known = List.copyOf(cookies);
            int deed = random.nextInt(5);
            if (deed == 0) {
                history.of(new Ask(Deed.CHANGE_PASSWORD, ""), this::changePassword);
            } else if (deed == 1 || known.isEmpty()) {
                cookies.add(history.of(new Ask(Deed.LOG_IN, ""), this::logIn));
            } else {
                renew(known.get(random.nextInt(known.size())));
            }
        }
    }

    private String changePassword() {
        users.changePassword(LoginBed.OLA, "another");
        return "";
    }

    private String logIn() {
        return now.begin(USER, users.find(LoginBed.OLA).orElseThrow());
    }

    /** A cookie that has been renewed is not due, and is shown as it is. */
    private void renew(String cookie) {
        history.of(
                new Ask(Deed.RENEW, cookie),
                () ->
                        later.resume(cookie)
                                .map(resumed -> resumed.renewed().orElse(cookie))
                                .map(
                                        renewed -> {
                                            cookies.add(renewed);
                                            return renewed;
                                        })
                                .orElse(""));
    }
}
