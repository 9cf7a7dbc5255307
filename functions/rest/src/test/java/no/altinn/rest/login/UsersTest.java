package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.language.Language;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class UsersTest {
    private static final UserName OLA = UserName.of("Ola");
    private static final UserName KARI = UserName.of("kari");

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final Entries entries = new MemoryEntryStore(clock).of(Tables.USERS);
    private final Users users = new Users(entries, clock);

    private void assertTaken(int userId, UserName name) {
        assertThatExceptionOfType(InvalidUser.class)
                .isThrownBy(() -> users.assign(userId, name, "hash"))
                .withMessage("The user name is taken");
    }

    @Test
    void aPersonIsKeptOnceWithTheFirstLanguage() {
        Account first = users.ensure(7, Language.NYNORSK);
        clock.advance(Duration.ofDays(1));

        assertThat(users.ensure(7, Language.ENGLISH)).isEqualTo(first);
        assertThat(users.find(7)).contains(first);
        assertThat(users.language(7)).isEqualTo(Language.NYNORSK);
        assertThat(users.language(8)).isEqualTo(Language.BOKMAAL);
    }

    @Test
    void aUserIsFoundByTheNameInAnyCase() {
        users.assign(7, OLA, "hash");

        assertThat(users.named("oLA")).map(Account::userId).contains(7);
        assertThat(users.named("oLA")).flatMap(Account::passwordHash).contains("hash");
        assertThat(users.named("olav")).isEmpty();
        assertThat(users.named("u7")).isEmpty();
        assertThat(users.named("../u7 #")).isEmpty();
    }

    @Test
    void aNameIsTakenOnceWhateverItsCase() {
        users.assign(7, OLA, "hash");

        assertTaken(8, UserName.of("OLA"));
        assertThat(users.named("ola")).map(Account::userId).contains(7);
    }

    @Test
    void anotherNameSetsTheOneBeforeFree() {
        users.assign(7, OLA, "hash");
        users.assign(7, KARI, "hash");

        assertThat(users.named("ola")).isEmpty();
        users.assign(8, OLA, "hash");
        assertThat(users.named("ola")).map(Account::userId).contains(8);
        assertThat(users.named("kari")).map(Account::userId).contains(7);
    }

    @Test
    void aNameInAnotherCaseIsKeptByItsUser() {
        users.assign(7, OLA, "hash");
        users.assign(7, UserName.of("OLA"), "hash");

        assertThat(users.named("ola")).flatMap(Account::userName).contains("OLA");
    }

    @Test
    void aNewPasswordHasANewStamp() {
        users.assign(7, OLA, "one");
        String before = users.find(7).orElseThrow().stamp();
        users.assign(7, OLA, "other");

        assertThat(users.find(7).orElseThrow().stamp()).isNotEqualTo(before);
    }

    @Test
    void aNameThatWasClaimedAndNeverGivenIsFreeAfterAMinute() {
        new LoginNames(entries, clock).claim(OLA, 7, other -> false);
        assertTaken(8, OLA);

        clock.advance(Duration.ofMinutes(1));
        users.assign(8, OLA, "hash");
        assertThat(users.named("ola")).map(Account::userId).contains(8);
    }

    @Test
    void aNameThatIsBorneIsNeverFree() {
        users.assign(7, OLA, "hash");
        clock.advance(Duration.ofDays(1000));

        assertTaken(8, OLA);
    }

    @Test
    void anIdOfAnEnterpriseUserIsNoPersons() {
        users.add(7, "310000001", OLA, "hash");

        assertThatExceptionOfType(InvalidUser.class)
                .isThrownBy(() -> users.assign(7, KARI, "hash"));
        assertThat(users.add(7, "310000002", KARI, "hash")).isEmpty();
        assertThat(users.named("kari")).isEmpty();
    }

    @Test
    void ofManyAtOnceOneGetsTheName() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 1; i <= 8; i++) {
                int userId = i;
                all.add(threads.submit(() -> isAssigned(userId)));
            }
            int got = 0;
            for (Future<Boolean> one : all) {
                got += one.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isAssigned(int userId) {
        try {
            users.assign(userId, OLA, "hash");
            return true;
        } catch (InvalidUser e) {
            return false;
        }
    }

    @Test
    void anAccountThatIsPrintedTellsNoHash() {
        users.assign(7, OLA, "hash");

        assertThat(users.find(7).orElseThrow()).hasToString("Account 7");
    }
}
