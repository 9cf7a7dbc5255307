package no.altinn.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.history.AtOnce;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class FakeDecisionsTest {
    @Test
    void eachCallOfCallersWhoComeAtOnceIsRemembered() throws InterruptedException {
        FakeDecisions decisions = new FakeDecisions(request -> true);
        Runnable caller =
                () -> {
                    for (int call = 0; call < 500; call++) {
                        decisions.decideEach(List.of());
                    }
                };

        AtOnce.run(Collections.nCopies(4, caller));

        assertThat(decisions.asked()).hasSize(2_000);
    }
}
