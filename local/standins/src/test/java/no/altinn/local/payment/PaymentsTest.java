package no.altinn.local.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentsTest {
    private final Payments payments = new Payments();

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i <= Payments.MOST; i++) {
            payments.pay("p" + i);
        }

        assertThat(payments.isPaid("p0")).isFalse();
        assertThat(payments.isPaid("p1")).isTrue();
        assertThat(payments.isPaid("p" + Payments.MOST)).isTrue();
    }

    @Test
    void whatIsPaidTwiceTakesOnePlace() {
        payments.pay("first");
        for (int i = 1; i < Payments.MOST; i++) {
            payments.pay("p" + i);
        }
        payments.pay("p1");

        assertThat(payments.isPaid("first")).isTrue();
    }
}
