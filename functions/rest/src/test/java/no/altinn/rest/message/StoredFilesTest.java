package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Files live as long as the message that names them. */
class StoredFilesTest {
    private static final String FORM =
            BoxBed.form("1001", "<Skjema><navn>Å</navn></Skjema>")
                    .replace(
                            "\"attachments\":[]",
                            "\"attachments\":[{\"FileName\":\"a.txt\",\"Data\":\"YQ==\"}]");

    private final BoxBed bed = new BoxBed();

    private String file() {
        bed.door.post("my/messages?complete=false", FORM).answer();
        return bed.messages
                .find(DoorBed.PERSON.partyId(), new MessageId(false, 1))
                .orElseThrow()
                .contents()
                .attachments()
                .get(0)
                .file();
    }

    @Test
    void aFileThatIsReplacedGoes() {
        String file = file();
        assertThat(bed.memory.read(file)).isPresent();

        bed.door.put("my/messages/a1?complete=false", FORM).answer();

        assertThat(bed.memory.read(file)).isEmpty();
        assertThat(bed.door.get("my/messages/a1/attachments/4").answer().status()).isEqualTo(200);
    }

    @Test
    void aFileThatIsRemovedGoes() {
        String file = file();

        bed.door.delete("my/messages/a1/attachments/2").answer();

        assertThat(bed.memory.read(file)).isEmpty();
    }

    @Test
    void aRefusedReplacementLeavesTheFile() {
        String file = file();

        assertThat(bed.door.put("my/messages/a1", FORM.replace("navn", "feil")).answer().status())
                .isEqualTo(400);

        assertThat(bed.memory.read(file)).isPresent();
    }

    @Test
    void aFileOfADeletedMessageStaysAsLongAsTheMessageIsInTheBin() {
        String file = file();

        bed.door.delete("my/messages/a1").answer();

        bed.clock.advance(Duration.ofDays(89));
        assertThat(bed.door.get("my/messages/a1/attachments/2").answer().status()).isEqualTo(200);
        bed.clock.advance(Duration.ofDays(1));
        assertThat(bed.memory.read(file)).isEmpty();
    }

    @Test
    void aFormThatGetsShortAgainComesBackIntoTheRecord() {
        String longXml = "<Skjema><navn>" + "x".repeat(300_000) + "</navn></Skjema>";
        bed.door.post("my/messages?complete=false", BoxBed.form("1001", longXml)).answer();
        Form filed = form();
        assertThat(filed.data()).isInstanceOf(Form.FormData.Filed.class);

        bed.door
                .ask("PUT", "my/messages/a1/forms/1/formdata")
                .with("Content-Type", "application/xml")
                .sending("<Skjema/>")
                .answer();

        assertThat(form().data()).isEqualTo(new Form.FormData.Inline("<Skjema/>"));
        assertThat(bed.memory.read(((Form.FormData.Filed) filed.data()).file())).isEmpty();
    }

    private Form form() {
        return bed.messages
                .find(DoorBed.PERSON.partyId(), new MessageId(false, 1))
                .orElseThrow()
                .contents()
                .forms()
                .get(0);
    }
}
