package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

class SessionsTest {
    private static final Caller.User OLA =
            new Caller.User(
                    LoginBed.OLA,
                    OptionalInt.of(50000001),
                    Optional.of(KnownPersons.A),
                    Optional.empty(),
                    1,
                    Optional.empty());

    private final LoginBed bed = new LoginBed();
    private final Sessions sessions = bed.sessions;

    private String begin(Caller.User user) {
        return sessions.begin(user, bed.users.find(user.userId()).orElseThrow());
    }

    private String renewed(String value) {
        return sessions.resume(value).orElseThrow().renewed().orElseThrow();
    }

    @Test
    void aLoginIsHexAndTellsWhoLoggedInHere() {
        String value = begin(OLA);

        assertThat(value).matches("[0-9A-F]+");
        assertThat(sessions.resume(value)).contains(new Sessions.Resumed(OLA, Optional.empty()));
        assertThat(sessions.resume(value.toLowerCase(Locale.ROOT))).isPresent();
    }

    @Test
    void anEnterpriseUserStaysOne() {
        Caller.User user =
                new Caller.User(
                        1_500_000_001,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of(LoginBed.ORGANISATION),
                        3,
                        Optional.empty());

        assertThat(sessions.resume(begin(user)).orElseThrow().user()).isEqualTo(user);
    }

    @Test
    void aLoginEndsAfterHalfAnHour() {
        String value = begin(OLA);

        bed.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(sessions.resume(value)).isPresent();
        bed.clock.advance(Duration.ofMillis(1));
        assertThat(sessions.resume(value)).isEmpty();
    }

    @Test
    void aLoginIsRenewedAfterHalfOfItsTimeAndNotBefore() {
        String value = begin(OLA);

        bed.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(sessions.resume(value).orElseThrow().renewed()).isEmpty();
        bed.clock.advance(Duration.ofMillis(1));
        String renewed = renewed(value);

        bed.clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.resume(value)).isEmpty();
        assertThat(sessions.resume(renewed).orElseThrow().user()).isEqualTo(OLA);
    }

    @Test
    void aLoginEndsAfterTwelveHoursHoweverOftenItIsRenewed() {
        String value = begin(OLA);
        for (int quarter = 0; quarter < 46; quarter++) {
            bed.clock.advance(Duration.ofMinutes(15));
            value = renewed(value);
        }
        // 11:30 has passed: the end is near already, and a renewal would change nothing.
        bed.clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.resume(value).orElseThrow().renewed()).isEmpty();

        bed.clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.resume(value)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheLoginsWithTheOneBefore() {
        String value = begin(OLA);
        bed.users.changePassword(LoginBed.OLA, "other");

        assertThat(sessions.resume(value)).isEmpty();
        assertThat(sessions.resume(begin(OLA))).isPresent();
    }

    @Test
    void aUserWhoIsRemovedIsLoggedInNoMore() {
        String value = begin(OLA);
        bed.users.remove(bed.users.find(LoginBed.OLA).orElseThrow());

        assertThat(sessions.resume(value)).isEmpty();
    }

    @Test
    void aLoginOutlivesTheRotationOfTheKeyOnce() {
        String value = begin(OLA);

        bed.keys.add(0, LoginBed.key(2));
        assertThat(sessions.resume(value)).isPresent();
        String newer = begin(OLA);

        bed.keys.remove(1);
        assertThat(sessions.resume(value)).isEmpty();
        assertThat(sessions.resume(newer)).isPresent();
    }

    @Test
    void aChangeOfAnyDigitIsSeen() {
        String value = begin(OLA);

        for (int i = 0; i < value.length(); i++) {
            char other = value.charAt(i) == '0' ? '1' : '0';
            String changed = value.substring(0, i) + other + value.substring(i + 1);
            assertThat(sessions.resume(changed)).as("at " + i).isEmpty();
        }
    }

    @Test
    void whatIsSealedForAnotherPurposeIsNoLogin() {
        String text =
                new Session(
                                OLA,
                                bed.users.find(LoginBed.OLA).orElseThrow().stamp(),
                                bed.clock.instant(),
                                bed.clock.instant())
                        .write();

        assertThat(sessions.resume(new HexSeal(bed.seal, ".ASPXAUTH").seal(text))).isPresent();
        assertThat(sessions.resume(new HexSeal(bed.seal, "login").seal(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "GG", "zz", "%", "a b", "ÅÅ"})
    void garbageIsNoLogin(String value) {
        assertThat(sessions.resume(value)).isEmpty();
        assertThat(sessions.resume(begin(OLA) + value))
                .satisfies(resumed -> assertThat(resumed.isPresent()).isEqualTo(value.isEmpty()));
    }

    @Test
    void aLoginThatIsPrintedNamesNoPerson() {
        assertThat(new Session(OLA, "stamp", bed.clock.instant(), bed.clock.instant()).toString())
                .doesNotContain(KnownPersons.A)
                .doesNotContain("stamp");
    }
}
