package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;
import no.altinn.rest.srr.SrrRight;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Which rules of a service owner let whom send and receive. */
class AdmissionTest {
    private final BrokerBed bed = new BrokerBed();

    @BeforeEach
    void withoutRules() {
        bed.rules.of("ttd").forEach(rule -> bed.rules.remove("ttd", rule.id()));
    }

    private int begin() {
        DoorBed.Answer answer =
                BrokerBed.begin(
                                bed.as(BrokerBed.A),
                                BrokerBed.SENDER
                                        + "/"
                                        + BrokerBed.outbox(
                                                "a.txt",
                                                BrokerBed.description(BrokerBed.RECIPIENT)),
                                3)
                        .answer();
        return answer.status();
    }

    private void rule(String number, String right, String isRecipient) {
        bed.rule(
                BrokerBed.SERVICE,
                number,
                SrrRight.valueOf(right),
                isRecipient.equals("none")
                        ? Optional.empty()
                        : Optional.of(Boolean.valueOf(isRecipient)));
    }

    @ParameterizedTest
    @CsvSource({
        "WRITE, none, 200",
        "WRITE, false, 200",
        "WRITE, true, 403",
        "READ, none, 403",
        "READ, false, 403",
        "READ, true, 403"
    })
    void aSenderNeedsARuleToWriteThatIsNotARecipients(String right, String condition, int status) {
        rule(BrokerBed.RECIPIENT, "READ", "none");
        rule(BrokerBed.SENDER, right, condition);

        assertThat(begin()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "READ, none, 200",
        "READ, true, 200",
        "READ, false, 403",
        "WRITE, true, 200",
        "WRITE, none, 403",
        "WRITE, false, 403"
    })
    void aRecipientNeedsARuleToReadOrOneThatMakesItARecipient(
            String right, String condition, int status) {
        rule(BrokerBed.SENDER, "WRITE", "none");
        rule(BrokerBed.RECIPIENT, right, condition);

        assertThat(begin()).isEqualTo(status);
    }

    @Test
    void aRuleOfAnotherServiceOrOwnerIsNone() {
        rule(BrokerBed.SENDER, "WRITE", "none");
        bed.rule(BrokerBed.HIGHER, BrokerBed.RECIPIENT, SrrRight.READ, Optional.empty());

        assertThat(begin()).isEqualTo(403);
    }
}
