package no.altinn.rest.happening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Instant;

class HappeningsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00.5Z");

    private static Happening happening(HappeningType type) {
        return Happening.of(
                type, 50000001, "r50000001/messages/a1", NOW, Json.object().put("messageId", "a1"));
    }

    @ParameterizedTest
    @EnumSource
    void aHappeningComesBackAsItWas(HappeningType type) {
        Happening happening = happening(type);
        ObjectNode head = Json.object().put("subject", "x");
        Happenings.add(head, happening);

        assertThat(Happenings.of(Json.parse(head.toString()))).containsExactly(happening);
    }

    @Test
    void happeningsAreKeptInTheirOrder() {
        ObjectNode head = Json.object();
        Happenings.add(head, happening(HappeningType.MESSAGE_CREATED));
        Happenings.add(head, happening(HappeningType.MESSAGE_READ));

        assertThat(Happenings.of(head))
                .extracting(Happening::type)
                .containsExactly(HappeningType.MESSAGE_CREATED, HappeningType.MESSAGE_READ);
    }

    @Test
    void theOldestOfTooManyGoes() {
        ObjectNode head = Json.object();
        Happenings.add(head, happening(HappeningType.MESSAGE_CREATED));
        for (int i = 0; i < Happenings.MOST; i++) {
            Happenings.add(head, happening(HappeningType.MESSAGE_READ));
        }

        assertThat(Happenings.of(head))
                .hasSize(Happenings.MOST)
                .extracting(Happening::type)
                .containsOnly(HappeningType.MESSAGE_READ);
    }

    @Test
    void aHeadWithoutHappeningsHasNone() {
        assertThat(Happenings.of(Json.object())).isEmpty();
    }

    @Test
    void eachHappeningHasAnIdOfItsOwn() {
        assertThat(happening(HappeningType.MESSAGE_READ).id())
                .isNotEqualTo(happening(HappeningType.MESSAGE_READ).id());
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_CREATED, altinn.messagebox.created, altinn-messagebox",
        "MESSAGE_READ, altinn.messagebox.read, altinn-messagebox",
        "MESSAGE_CONFIRMED, altinn.messagebox.confirmed, altinn-messagebox",
        "MESSAGE_ARCHIVED, altinn.messagebox.archived, altinn-messagebox",
        "MESSAGE_DELETED, altinn.messagebox.deleted, altinn-messagebox",
        "ROLE_DELEGATED, altinn.authorization.role.delegated, altinn-authorization",
        "ROLE_DELETED, altinn.authorization.role.deleted, altinn-authorization",
        "RIGHT_DELEGATED, altinn.authorization.right.delegated, altinn-authorization",
        "RIGHT_DELETED, altinn.authorization.right.deleted, altinn-authorization"
    })
    void typesAndResourcesAreThoseThatSubscribersKnow(
            HappeningType type, String text, String resource) {
        assertThat(type.text()).isEqualTo(text);
        assertThat(type.resource()).isEqualTo("urn:altinn:resource:" + resource);
    }

    @Test
    void theEventNamesTheResourceByItsAddressAndTheParty() {
        Happening happening = happening(HappeningType.MESSAGE_CREATED);

        assertThat(happening.event(URI.create("https://www.altinn.no/api/")))
                .isEqualTo(
                        Json.parse(
                                """
                                {"specversion": "1.0", "id": "%s",
                                 "source": "https://www.altinn.no/api/r50000001/messages/a1",
                                 "type": "altinn.messagebox.created",
                                 "resource": "urn:altinn:resource:altinn-messagebox",
                                 "subject": "/party/50000001", "time": "2026-01-02T10:00:00.500Z",
                                 "datacontenttype": "application/json",
                                 "data": {"messageId": "a1"}}"""
                                        .formatted(happening.id())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "\"x\"",
                "{\"id\":\"1\",\"type\":\"altinn.other\",\"subject\":1,\"source\":\"s\","
                        + "\"time\":\"2026-01-02T10:00:00Z\",\"data\":{}}",
                "{\"id\":\"1\",\"type\":\"altinn.messagebox.read\",\"subject\":1,\"source\":\"s\","
                        + "\"time\":\"today\",\"data\":{}}"
            })
    void whatIsNoHappeningIsMalformed(String json) {
        ObjectNode head = Json.object();
        head.putArray(Happenings.MEMBER).add(Json.parse(json));

        assertThatThrownBy(() -> Happenings.of(head)).isInstanceOf(MalformedMessage.class);
    }
}
