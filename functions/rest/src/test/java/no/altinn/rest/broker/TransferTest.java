package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.message.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class TransferTest {
    private static final Instant SENT = Instant.parse("2026-01-02T09:00:00.120Z");
    private static final Instant SECOND = Instant.parse("2026-01-02T09:00:00Z");

    private final Transfer transfer =
            new Transfer(
                    "35abb71c-7243-46aa-9e6b-f1c986b9efaa",
                    BrokerBed.SERVICE,
                    "x",
                    "a.txt",
                    new ArrivedFile("in/1", 3, "md5"),
                    new Sender(51000001, "310000001", 900),
                    SENT,
                    List.of(
                            new Recipient(51000002, "310000002", 901, Optional.empty()),
                            new Recipient(51000003, "310000003", 902, Optional.empty())));

    private static Instant day(int day) {
        return SENT.plus(Duration.ofDays(day));
    }

    @Test
    void eachRecipientHasAStatusOfItsOwn() {
        Transfer after = transfer.confirmedBy("310000003", day(1));

        assertThat(after.recipients())
                .extracting(Recipient::status)
                .containsExactly(FileStatus.UPLOADED, FileStatus.DOWNLOADED);
        assertThat(after.recipient("310000003").orElseThrow().confirmed()).contains(day(1));
        assertThat(after.isDone()).isFalse();
        assertThat(after.status()).isEqualTo(FileStatus.UPLOADED);
        assertThat(transfer.recipients())
                .extracting(Recipient::status)
                .doesNotContain(FileStatus.DOWNLOADED);
    }

    @Test
    void theSenderIsToldDownloadedWhenAllHaveConfirmed() {
        Transfer after = transfer.confirmedBy("310000003", day(1)).confirmedBy("310000002", day(2));

        assertThat(after.isDone()).isTrue();
        assertThat(after.status()).isEqualTo(FileStatus.DOWNLOADED);
    }

    @Test
    void nobodyConfirmsTwiceAndNobodyElseConfirms() {
        Transfer after = transfer.confirmedBy("310000003", day(1));

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> after.confirmedBy("310000003", day(2)));
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> after.confirmedBy("310000001", day(2)));
    }

    @Test
    void aFileIsKeptForThirtyDays() {
        assertThat(transfer.expires()).isEqualTo(SECOND.plus(Duration.ofDays(30)));
        assertThat(transfer.confirmedBy("310000003", day(1)).expires())
                .isEqualTo(SECOND.plus(Duration.ofDays(30)));
    }

    @Test
    void whatAllHaveIsKeptForSevenDaysMoreAndNeverLongerThanOtherFiles() {
        Transfer one = transfer.confirmedBy("310000003", day(3));

        assertThat(one.confirmedBy("310000002", day(1)).expires())
                .isEqualTo(SECOND.plus(Duration.ofDays(10)));
        assertThat(one.confirmedBy("310000002", day(29)).expires())
                .isEqualTo(SECOND.plus(Duration.ofDays(30)));
    }

    @Test
    void aRecordHoldsAllOfIt() {
        Description description =
                new Description(
                        BrokerBed.SERVICE,
                        "x",
                        List.of("310000002", "310000003"),
                        Map.of("a", "b"),
                        List.of(new Description.ListedFile("c", "d")));
        Transfer changed = transfer.confirmedBy("310000003", day(1));

        assertThat(TransferEntry.read(TransferEntry.of(transfer, description))).isEqualTo(transfer);
        assertThat(TransferEntry.of(transfer, description).body())
                .isEqualTo(
                        "{\"properties\":{\"a\":\"b\"},"
                                + "\"files\":[{\"name\":\"c\",\"checksum\":\"d\"}]}");
        assertThat(
                        TransferEntry.read(
                                TransferEntry.changed(
                                        changed, TransferEntry.of(transfer, description))))
                .isEqualTo(changed);
        assertThat(TransferEntry.changed(changed, TransferEntry.of(transfer, description)).labels())
                .isEqualTo(
                        Map.of(
                                "sender", "310000001",
                                "sent", "2026-01-02T09:00:00.120000000Z",
                                "recipients", "310000002/Uploaded 310000003/Downloaded"));
    }
}
