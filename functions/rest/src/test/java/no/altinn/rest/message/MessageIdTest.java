package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class MessageIdTest {
    @Property
    void anIdIsReadAsItIsWritten(
            @ForAll boolean isArchived,
            @ForAll @LongRange(min = 1, max = MessageId.MAX_NUMBER) long number) {
        MessageId id = new MessageId(isArchived, number);

        assertThat(MessageId.parse(id.toString())).contains(id);
        assertThat(MessageId.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    @Property
    void aTextIsAnIdOnlyIfTheIdIsWrittenSo(@ForAll String text) {
        assertThat(MessageId.parse(text).stream().toList())
                .allSatisfy(id -> assertThat(id.toString()).isEqualToIgnoringCase(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "a0",
                "a01",
                "c1",
                "a-1",
                "a1 ",
                " a1",
                "a1.0",
                "aa1",
                "a1000000000000000",
                "a99999999999999999999",
                "a١",
                "a1\n"
            })
    void whatIsNoIdNamesNoMessage(String text) {
        assertThat(MessageId.parse(text)).isEmpty();
    }
}
