package no.altinn.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import no.altinn.events.app.Refusals;
import no.altinn.platform.http.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class LogDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "F3BB6A3D-2b8b-4a3e-9d3f-0123456789ab";

    private final DeliveryLog log = mock(DeliveryLog.class);
    private final LogDelivery logDelivery = new LogDelivery(log, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anEntryIsKeptWithTheTimeOfNow() {
        append(
                "{'cloudEventId':'<uuid>','cloudEventResource':'r','cloudEventType':'t',"
                        + "'subscriptionId':7,'consumer':'/org/ttd','endpoint':'https://h.example/',"
                        + "'statusCode':200,'isSuccessStatusCode':true}");

        verify(log)
                .append(
                        new LogEntry(
                                Activity.WEBHOOK_POST_RESPONSE,
                                NOW,
                                ID,
                                "r",
                                "t",
                                7,
                                "/org/ttd",
                                "https://h.example/",
                                200));
    }

    @Test
    void whatIsOptionalMayBeLeftOutAndNamesComeInAnyCase() {
        append("{'CloudEventID':'<uuid>','ENDPOINT':'e','StatusCode':0}");

        verify(log)
                .append(
                        new LogEntry(
                                Activity.WEBHOOK_POST_RESPONSE, NOW, ID, "", "", 0, "", "e", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'endpoint':'e','statusCode':200}",
                "{'cloudEventId':'1','endpoint':'e','statusCode':200}",
                "{'cloudEventId':'<uuid>0','endpoint':'e','statusCode':200}",
                "{'cloudEventId':'<uuid>','statusCode':200}",
                "{'cloudEventId':'<uuid>','endpoint':'','statusCode':200}",
                "{'cloudEventId':'<uuid>','endpoint':'e'}",
                "{'cloudEventId':'<uuid>','endpoint':'e','statusCode':null}",
                "{'cloudEventId':'<uuid>','endpoint':'e','statusCode':'200'}",
                "{'cloudEventId':'<uuid>','endpoint':'e','statusCode':200,'subscriptionId':1.5}"
            })
    void anEntryThatLacksSomethingIsRefused(String entry) {
        assertThat(Refusals.answer(() -> append(entry)).status()).isEqualTo(400);
        verifyNoInteractions(log);
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, 2048",
        "cloudEventResource, 4096",
        "cloudEventType, 1024",
        "consumer, 1024"
    })
    void aTextIsBoundedAndOneThatAnAttributeMayHold(String member, int most) {
        append(entry(member, "x".repeat(most)));
        verify(log).append(any());

        for (String bad : new String[] {"x".repeat(most + 1), "\\ud800", "a\\u0000", "\\uffff"}) {
            Answer answer = Refusals.answer(() -> append(entry(member, bad)));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("'" + member + "' must not");
        }
        verifyNoMoreInteractions(log);
    }

    private static String entry(String member, String text) {
        String others = member.equals("endpoint") ? "" : "'endpoint':'e',";
        return "{'cloudEventId':'<uuid>','statusCode':0,%s'%s':'%s'}"
                .formatted(others, member, text);
    }

    private void append(String entry) {
        logDelivery.append(entry.replace("<uuid>", ID).replace('\'', '"'));
    }
}
