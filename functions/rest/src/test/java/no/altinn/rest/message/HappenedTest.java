package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What subscribers are told of messages (rest-api.md §6). */
class HappenedTest {
    private final BoxBed bed = new BoxBed();

    private List<Happening> happened(int number) {
        return Happenings.of(
                bed.store
                        .of(Tables.MESSAGES)
                        .find("50000001", Integer.toString(number))
                        .orElseThrow()
                        .head());
    }

    private List<String> told(int number) {
        return happened(number).stream()
                .map(each -> each.type().text() + " " + each.source())
                .toList();
    }

    @Test
    void everyStepOfALetterIsToldOnceWithItsTime() {
        bed.send("2001", "Hei", true);
        for (String step : List.of("", "", "/confirm", "/archive")) {
            bed.clock.advance(Duration.ofMinutes(1));
            bed.door.ask(step.isEmpty() ? "GET" : "PUT", "my/messages/a1" + step).answer();
        }
        bed.clock.advance(Duration.ofMinutes(1));
        bed.door.delete("my/messages/b1").answer();
        bed.door.delete("my/messages/b1").answer();

        assertThat(told(1))
                .containsExactly(
                        "altinn.messagebox.created r50000001/messages/a1",
                        "altinn.messagebox.read r50000001/messages/a1",
                        "altinn.messagebox.confirmed r50000001/messages/a1",
                        "altinn.messagebox.archived r50000001/messages/b1",
                        "altinn.messagebox.deleted r50000001/messages/b1");
        assertThat(happened(1))
                .extracting(each -> each.time().toString().substring(11, 16))
                .containsExactly("09:00", "09:01", "09:03", "09:04", "09:05");
    }

    @Test
    void aFormThatIsSentInAtOnceIsToldUnderTheIdThatItHas() {
        bed.door
                .post("my/messages", BoxBed.form("1001", "<Skjema><navn>Å</navn></Skjema>"))
                .answer();

        assertThat(told(1))
                .containsExactly(
                        "altinn.messagebox.created r50000001/messages/b1",
                        "altinn.messagebox.archived r50000001/messages/b1");
    }

    @Test
    void whatIsFilledInMeanwhileIsNotTold() {
        bed.door
                .post(
                        "my/messages?complete=false",
                        BoxBed.form("1001", "<Skjema><navn>Å</navn></Skjema>"))
                .answer();
        for (int i = 0; i < 30; i++) {
            bed.door
                    .put(
                            "my/messages/a1?sign=false",
                            BoxBed.form("1001", "<Skjema><navn>Å</navn></Skjema>"))
                    .answer();
        }
        bed.door.put("my/messages/a1", "{\"ServiceCode\":\"1001\",\"ServiceEdition\":1}").answer();

        assertThat(told(1))
                .containsExactly(
                        "altinn.messagebox.created r50000001/messages/a1",
                        "altinn.messagebox.archived r50000001/messages/b1");
    }

    @Test
    void whatIsToldHasIdsAndNoContent() {
        bed.send("Hemmelig");

        assertThat(happened(1).get(0).data().toString())
                .isEqualTo("{\"messageId\":\"a1\",\"serviceCode\":\"2001\",\"serviceEdition\":1}");
        assertThat(happened(1).get(0).subject()).isEqualTo(50000001);
    }
}
