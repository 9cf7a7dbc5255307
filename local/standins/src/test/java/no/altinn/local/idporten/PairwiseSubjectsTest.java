package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.identity.KeptKeys;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.Person;
import no.altinn.platform.jose.SigningKey;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class PairwiseSubjectsTest {
    private static final List<Person> PERSONS = Bundled.parties().persons();

    @TempDir static Path folder;
    private static LocalKeys keys;

    @BeforeAll
    static void openKeys() {
        KeptKeys.putInto(folder, Clock.systemUTC());
        keys = LocalKeys.open(folder, Clock.systemUTC());
    }

    private static String subject(SigningKey key, String client, int person) {
        return new PairwiseSubjects(key).of(client, PERSONS.get(person));
    }

    @Test
    void aClientFindsTheSamePersonAgain() {
        assertThat(subject(keys.idPorten(), "a", 0)).isEqualTo(subject(keys.idPorten(), "a", 0));
    }

    @Test
    void twoPersonsAreNotTheSame() {
        assertThat(subject(keys.idPorten(), "a", 0)).isNotEqualTo(subject(keys.idPorten(), "a", 1));
    }

    @Test
    void twoClientsCannotFindOutThatTheyMeanTheSamePerson() {
        assertThat(subject(keys.idPorten(), "a", 0)).isNotEqualTo(subject(keys.idPorten(), "b", 0));
    }

    @Test
    void whoHasNotTheKeyCannotMakeTheName() {
        assertThat(subject(keys.idPorten(), "a", 0)).isNotEqualTo(subject(keys.current(), "a", 0));
    }
}
