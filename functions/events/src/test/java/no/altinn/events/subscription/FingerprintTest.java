package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class FingerprintTest {
    private static final String TEXT = "idZHTJewA45SQS2oxvq2IUuWvyotmBY-ZxAU3S_TO34";

    @Test
    void aFingerprintIsTheSameAfterItsWayThroughMemory() {
        assertThat(Fingerprint.of(TEXT).text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "not base64!",
                "aWQ",
                "idZHTJewA45SQS2oxvq2IUuWvyotmBY-ZxAU3S_TO34=",
                "idZHTJewA45SQS2oxvq2IUuWvyotmBY-ZxAU3S_TO35"
            })
    void anIdThatIsNoFingerprintCountsAsUnknown(String text) {
        assertThat(Fingerprint.of(text)).isEqualTo(Fingerprint.NONE);
        assertThat(Fingerprint.of(text).text()).isEmpty();
    }

    @Test
    void anInterestKeepsIdSubunitsAndFingerprintApart() {
        List<Interest> interests =
                Interest.sharing(
                        List.of(
                                interest(1, /* subunits= */ false),
                                interest(Integer.MAX_VALUE, /* subunits= */ true)));

        assertThat(interests).extracting(Interest::id).containsExactly(1, Integer.MAX_VALUE);
        assertThat(interests).extracting(Interest::includesSubunits).containsExactly(false, true);
        assertThat(interests).extracting(Interest::fingerprint).containsOnly(TEXT);
    }

    private static Interest interest(int id, boolean subunits) {
        Optional<Interest> interest =
                Interest.of(
                        SampleSubscription.of(
                                id, SampleSubscription.filters().includeSubunits(subunits).build()),
                        TEXT);
        return interest.orElseThrow();
    }
}
