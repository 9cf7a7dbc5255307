package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class EnterpriseUsersTest {
    private static final String OTHER = "310000002";

    private final LoginBed bed = new LoginBed();
    private final EnterpriseUsers users = bed.enterpriseUsers;

    @Test
    void aUserHasAnIdOfItsOwnAndItsSecretIsKeptAsAHash() {
        EnterpriseUsers.Made made = users.add(OTHER, UserName.of("lønn"));

        assertThat(made.user().userId()).isGreaterThanOrEqualTo(1_500_000_000);
        assertThat(made.secret()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(made).asString().doesNotContain(made.secret());
        Account kept = bed.users.find(made.user().userId()).orElseThrow();
        assertThat(kept.passwordHash().orElseThrow()).startsWith("$argon2id$");
        assertThat(bed.passwords.matches(made.secret(), kept.passwordHash())).isTrue();
    }

    @Test
    void anOrganisationSeesItsOwnAlone() {
        users.add(OTHER, UserName.of("b"));
        users.add(OTHER, UserName.of("a"));

        assertThat(users.of(OTHER))
                .extracting(user -> user.userName().orElse(""))
                .containsExactly("a", "b");
        assertThat(users.of(OTHER))
                .extracting(Account::passwordHash)
                .containsOnly(Optional.empty());
        assertThat(users.of(LoginBed.ORGANISATION)).hasSize(1);
        assertThat(users.find(OTHER, "A")).isPresent();
        assertThat(users.find(OTHER, "system310")).isEmpty();
        assertThat(users.find(OTHER, "ola")).isEmpty();
    }

    @Test
    void aNameOfAPersonOrAnotherOrganisationsUserIsTaken() {
        assertThatExceptionOfType(InvalidUser.class)
                .isThrownBy(() -> users.add(OTHER, UserName.of("OLA")));
        assertThatExceptionOfType(InvalidUser.class)
                .isThrownBy(() -> users.add(OTHER, UserName.of("System310")));
    }

    @Test
    void aUserThatIsRemovedLeavesItsNameFree() {
        users.remove(users.find(LoginBed.ORGANISATION, "system310").orElseThrow());

        assertThat(users.of(LoginBed.ORGANISATION)).isEmpty();
        assertThat(users.add(OTHER, UserName.of("system310")).user().organisation())
                .contains(OTHER);
    }

    @Test
    void anOrganisationHasAThousandAtMost() {
        for (int i = 0; i < EnterpriseUsers.MOST; i++) {
            bed.users.add(1_600_000_000 + i, OTHER, UserName.of("s" + i), "hash");
        }

        assertThatExceptionOfType(InvalidUser.class)
                .isThrownBy(() -> users.add(OTHER, UserName.of("more")))
                .withMessageContaining("1000");
    }
}
