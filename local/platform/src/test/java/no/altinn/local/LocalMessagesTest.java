package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class LocalMessagesTest {
    private final BoxBed bed = new BoxBed();

    @BeforeEach
    void send() {
        new LocalMessages(bed.store, bed.files, bed.services, bed.reportees, bed.clock)
                .send("01909012345", "310000001");
    }

    private JsonNode get(String path) {
        DoorBed.Answer answer = bed.door.get(path).accepting("application/hal+json").answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private List<String> ids(String box) {
        return get(box + "/messages").findValuesAsText("MessageId");
    }

    @Test
    void theBoxesHaveTheirMessages() {
        assertThat(ids("my")).containsExactlyInAnyOrder("a1", "a2", "a3", "b4");
        assertThat(ids("310000001")).containsExactly("a5");
        assertThat(get("my/messages/a1").at("/_links/attachment/0/fileName").textValue())
                .isEqualTo("brev.pdf");
        assertThat(get("my/messages/a3").path("ServiceCode").textValue()).isEqualTo("2002");
        assertThat(bed.door.put("my/messages/a2/confirm", "").answer().status()).isEqualTo(204);
    }

    @Test
    void aSecondStartLeavesThemAsTheyAre() {
        bed.door.put("my/messages/a1/archive", "").answer();
        bed.door.delete("my/messages/a3").answer();

        send();

        assertThat(ids("my")).containsExactlyInAnyOrder("b1", "a2", "b4");
        assertThat(ids("310000001")).containsExactly("a5");
    }
}
