package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.language.Language;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

class UserLanguagesTest {
    private final LoginBed bed = new LoginBed();
    private final UserLanguages languages = new UserLanguages(bed.users, bed.clock);

    private static Caller.User user(int userId) {
        return new Caller.User(
                userId,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    @Test
    void aUserReadsTheLanguageOfTheAccount() {
        bed.users.ensure(7, Language.NYNORSK);

        assertThat(languages.of(user(7))).contains(Language.NYNORSK);
        assertThat(languages.of(user(LoginBed.OLA))).contains(Language.BOKMAAL);
        assertThat(languages.of(new Caller.Nobody())).isEmpty();
        assertThat(
                        languages.of(
                                new Caller.Organisation(
                                        "310000001", Optional.empty(), 3, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aLanguageIsKeptForFiveMinutes() {
        assertThat(languages.of(user(7))).contains(Language.BOKMAAL);
        bed.users.ensure(7, Language.ENGLISH);

        assertThat(languages.of(user(7))).contains(Language.BOKMAAL);
        bed.clock.advance(Duration.ofMinutes(5));
        assertThat(languages.of(user(7))).contains(Language.ENGLISH);
    }
}
