package no.altinn.rest.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    @Test
    void anIdNamesAPartyOrAnEnterpriseUser() {
        assertThat(Receiver.read("r50000001")).contains(new Receiver.Party(50000001));
        assertThat(Receiver.read("R50000001")).contains(new Receiver.Party(50000001));
        assertThat(Receiver.read("u2147483647"))
                .contains(new Receiver.EnterpriseUser(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "50000001", "r0", "r-1", "r2147483648", "x1", "r1 ", "r1e3"})
    void anyOtherTextNamesNobody(String text) {
        assertThat(Receiver.read(text)).isEmpty();
    }
}
