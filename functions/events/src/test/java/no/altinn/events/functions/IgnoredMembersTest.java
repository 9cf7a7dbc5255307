package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.subscription.SubscriptionRequest;
import no.altinn.platform.http.Answer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;

class IgnoredMembersTest {
    private static String announced(List<String> names) {
        return Answering.http()
                .answer(
                        FakeMessage.get("https://h.example/"),
                        exchange -> {
                            IgnoredMembers.announce(exchange, names);
                            return Answer.empty(201);
                        })
                .getHeader(IgnoredMembers.HEADER);
    }

    @Test
    void withoutUnknownMembersThereIsNoHeader() {
        assertThat(announced(List.of())).isEmpty();
    }

    @Test
    void unknownMembersAreAListOfStrings() {
        assertThat(announced(List.of("typFilter", "a b"))).isEqualTo("\"typFilter\", \"a%20b\"");
    }

    @Test
    void theLogTellsThePathToo() {
        try (CapturedLog log = CapturedLog.of(IgnoredMembers.class)) {
            announced(List.of("typFilter"));

            assertThat(log.lines()).containsExactly("members ignored path=/ names=\"'typFilter'\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"å, %C3%A5", "'a\"\\b', a%22%5Cb", "'it''s', it%27s", "'\r\n', %0D%0A"})
    void otherCharactersAreEncoded(String name, String told) {
        String plain = name.replace("\\r", "\r").replace("\\n", "\n");
        assertThat(announced(List.of(plain))).isEqualTo("\"" + told + "\"");
    }

    @Test
    void theHeaderIsBounded() {
        String endless = "å".repeat(1_000_000);

        assertThat(announced(Collections.nCopies(10_000, endless)))
                .hasSizeLessThan(720)
                .endsWith(", \"...\"");
        assertThat(announced(List.of("a".repeat(61)))).isEqualTo("\"" + "a".repeat(60) + "...\"");
    }

    @Test
    void theMembersOfASubscriptionAreKnownInAnyCase() {
        SubscriptionRequest request =
                SubscriptionRequest.read(
                        "{\"ENDPOINT\":\"x\",\"typFilter\":\"t\",\"Id\":1,\"consumer\":null,"
                                + "\"x\":null}");

        assertThat(request.unknownMembers()).containsExactly("typFilter", "x");
    }
}
