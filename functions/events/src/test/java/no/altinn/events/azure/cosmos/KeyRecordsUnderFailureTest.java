package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.signing.KeyRecord;
import no.altinn.events.signing.KeyRecords;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lost answer changes nothing that a caller is told. */
class KeyRecordsUnderFailureTest {
    private static final KeyRecord FIRST = new KeyRecord("name", 1, "first");
    private static final KeyRecord SECOND = new KeyRecord("name", 2, "second");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private KeyRecords records() {
        return cosmos.stores().keyRecords();
    }

    private void loseAnswerOf(Operation operation) {
        cosmos.server().faults().next(operation, new Fault.DroppedAfterCommit());
    }

    @Test
    void aFirstRecordWhoseAnswerIsLostIsWritten() {
        loseAnswerOf(Operation.CREATE);

        assertThat(records().write(FIRST)).isTrue();
        assertThat(records().find("name")).contains(FIRST);
    }

    @Test
    void aReplacementWhoseAnswerIsLostIsWritten() {
        records().write(FIRST);
        loseAnswerOf(Operation.PATCH);

        assertThat(records().write(SECOND)).isTrue();
        assertThat(records().find("name")).contains(SECOND);
    }

    @Test
    void aRemovalWhoseAnswerIsLostHasRemoved() {
        records().write(FIRST);
        loseAnswerOf(Operation.DELETE);
        records().remove("name");

        assertThat(records().find("name")).isEmpty();
    }

    @Test
    void aStoreThatStaysAwayIsTold() {
        cosmos.server().faults().next(Operation.CREATE, 1_000, new Fault.Dropped());

        assertThatThrownBy(() -> records().write(FIRST)).isInstanceOf(Unavailable.class);
    }
}
