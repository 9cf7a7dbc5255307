package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.record.Entry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What subscribers are told of files (rest-api.md §6). */
class TransferHappeningsTest {
    private final BrokerBed bed = new BrokerBed();

    private List<Happening> happened() {
        return TransferHappenings.of(bed.records().get(0));
    }

    private void confirm(String reference, int number) {
        assertThat(
                        bed.as(BrokerBed.user(number, 3))
                                .post(
                                        "31000000%d/brokerservice/inbox/%s/confirmdownloaded"
                                                .formatted(number, reference),
                                        "")
                                .answer()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void eachRecipientIsToldOfTheFileAndOfItsOwnConfirmation() {
        String reference = bed.sent(BrokerBed.RECIPIENT, BrokerBed.OTHER);
        bed.clock.advance(Duration.ofMinutes(1));
        confirm(reference, 3);

        assertThat(happened())
                .extracting(each -> each.type().text() + " " + each.subject())
                .containsExactly(
                        "altinn.broker.uploaded 51000002",
                        "altinn.broker.uploaded 51000003",
                        "altinn.broker.confirmed 51000003");
        Happening last = happened().get(2);
        assertThat(last.type().resource()).isEqualTo("urn:altinn:resource:altinn-broker");
        assertThat(last.source()).isEqualTo("r51000003/brokerservice/inbox/" + reference);
        assertThat(last.time()).isEqualTo(bed.clock.instant());
        assertThat(last.data())
                .isEqualTo(
                        Json.object()
                                .put("fileReference", reference)
                                .put("serviceCode", "4001")
                                .put("serviceEditionCode", 1));
    }

    @Test
    void whatHasHappenedHasTheSameIdEachTime() {
        String reference = bed.sent(BrokerBed.RECIPIENT, BrokerBed.OTHER);
        List<String> before = happened().stream().map(Happening::id).toList();
        confirm(reference, 2);

        assertThat(happened())
                .extracting(Happening::id)
                .containsAll(before)
                .doesNotHaveDuplicates();
        assertThat(happened()).hasSize(3);
    }

    @Test
    void aRecordOfAnythingElseCannotBeRead() {
        Entry entry = Entry.of("4001/1", "1", Map.of(), Json.object(), "");

        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> TransferHappenings.of(entry));
    }
}
