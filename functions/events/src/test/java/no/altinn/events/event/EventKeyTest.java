package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventKeyTest {
    @Test
    void theSameSourceAndIdAreTheSameDocument() {
        Event first = EventReader.structured(EventJson.with("\"data\":1"));
        Event second = EventReader.structured(EventJson.with("\"data\":2,\"subject\":\"x\""));

        assertThat(second.key()).isEqualTo(first.key());
    }

    @Test
    void anotherSourceOrIdIsAnotherDocument() {
        String first = EventReader.structured(EventJson.with("")).key().document();

        assertThat(EventReader.structured(EventJson.where("id", "\"2\"")).key().document())
                .isNotEqualTo(first);
        assertThat(EventReader.structured(EventJson.where("source", "\"x:y\"")).key().document())
                .isNotEqualTo(first);
    }

    @Test
    void partsAreNotConfusedByJoiningThem() {
        assertThat(EventKey.digest("ab", "c")).isNotEqualTo(EventKey.digest("a", "bc"));
        assertThat(EventKey.digest("a", "")).isNotEqualTo(EventKey.digest("a"));
    }

    @Test
    void aDigestHasFortyThreeCharactersOfBase64Url() {
        assertThat(EventKey.digest("blåbær")).matches("[A-Za-z0-9_-]{43}");
    }
}
