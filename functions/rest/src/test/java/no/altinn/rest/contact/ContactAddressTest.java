package no.altinn.rest.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.no",
                "Ola.Nordmann+varsel@epost.eksempel.no",
                "post@blåbær.no",
                "x@y.io"
            })
    void anEmailAddressIsTaken(String text) {
        assertThat(ContactAddress.email(" " + text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.no",
                "a@b",
                "a@@b.no",
                "a b@c.no",
                "a@b..no",
                "a@-b.no",
                "a@b.no\r\nBcc: c@d.no",
                "<a@b.no>",
                "a@b.n",
                "a@127.0.0.1"
            })
    void whatIsNoEmailAddressIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> ContactAddress.email(text))
                .isInstanceOf(InvalidContact.class)
                .hasMessageContaining("post@eksempel.no");
    }

    @Test
    void anEmailAddressHasAtMost254Characters() {
        String domain = ("b".repeat(60) + ".").repeat(4) + "no";
        String longest = "a".repeat(254 - domain.length() - 1) + "@" + domain;

        assertThat(ContactAddress.email(longest).text()).hasSize(254);
        assertThatThrownBy(() -> ContactAddress.email("a" + longest))
                .isInstanceOf(InvalidContact.class);
        assertThatThrownBy(() -> ContactAddress.email("a".repeat(65) + "@b.no"))
                .isInstanceOf(InvalidContact.class);
        assertThatThrownBy(() -> ContactAddress.email("a".repeat(1 << 20)))
                .isInstanceOf(InvalidContact.class);
    }

    @ParameterizedTest
    @CsvSource({
        "99000000, 99000000",
        "+4799000000, +4799000000",
        "' +47 990 00 000', +4799000000",
        "123456789012345, 123456789012345",
    })
    void aNumberIsTakenWithoutItsBlanks(String text, String kept) {
        assertThat(ContactAddress.mobile(text).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9900000",
                "1234567890123456",
                "99-00-00-00",
                "+",
                "99000000x",
                "٩٩٠٠٠٠٠٠"
            })
    void whatIsNoNumberIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> ContactAddress.mobile(text))
                .isInstanceOf(InvalidContact.class)
                .hasMessageContaining("+4799000000");
    }

    @ParameterizedTest
    @CsvSource({
        "99000000, 99000000",
        "+4799000000, 99000000",
        "4799000000, 99000000",
        "+4699000000, 4699000000",
    })
    void aNumberIsFoundWithOrWithoutNorwaysCode(String text, String key) {
        assertThat(ContactAddress.mobile(text).key()).isEqualTo(key);
    }

    @Test
    void anEmailAddressIsFoundInAnyCaseAndTellsItselfToNoLog() {
        assertThat(ContactAddress.email("A@B.no").key()).isEqualTo("a@b.no");
        assertThat(ContactAddress.email("A@B.no").toString()).isEqualTo("EMAIL");
    }
}
