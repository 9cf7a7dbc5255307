package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What every {@link KeyRecords} promises. */
public abstract class KeyRecordsContract {
    private static final String TEXT = "{\"a\":\"å <>&'\\\" \\n\"}";

    /** The records under test, empty at first, the same during one test. */
    protected abstract KeyRecords records();

    private static KeyRecord first(String name) {
        return KeyRecord.absent(name).with(TEXT);
    }

    @Test
    void aRecordIsFoundAsItWasWritten() {
        assertThat(records().write(first("a-name_1"))).isTrue();

        assertThat(records().find("a-name_1")).contains(new KeyRecord("a-name_1", 1, TEXT));
    }

    @Test
    void aNameThatWasNeverWrittenIsEmpty() {
        records().write(first("one"));

        assertThat(records().find("two")).isEmpty();
        assertThat(records().find("ONE")).isEmpty();
    }

    @Test
    void aRecordIsReplacedInTheOrderOfItsRevisions() {
        KeyRecord first = first("one");
        records().write(first);

        assertThat(records().write(first.with("2"))).isTrue();
        assertThat(records().write(first.with("2").with("3"))).isTrue();
        assertThat(records().find("one")).contains(new KeyRecord("one", 3, "3"));
    }

    @Test
    void aRecordThatWasReplacedSinceIsNotReplacedAgain() {
        KeyRecord first = first("one");
        records().write(first);
        records().write(first.with("2"));

        assertThat(records().write(first.with("another"))).isFalse();
        assertThat(records().find("one")).map(KeyRecord::text).contains("2");
    }

    @Test
    void aRecordIsBegunOnce() {
        records().write(first("one"));

        assertThat(records().write(KeyRecord.absent("one").with("another"))).isFalse();
        assertThat(records().find("one")).map(KeyRecord::text).contains(TEXT);
    }

    @Test
    void aRecordThatIsNotThereIsNotReplaced() {
        assertThat(records().write(first("one").with("2"))).isFalse();
        assertThat(records().find("one")).isEmpty();
    }

    @Test
    void ofManyWritersOneIsFirst() {
        List<CompletableFuture<Boolean>> writers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        records()
                                                                .write(
                                                                        KeyRecord.absent("one")
                                                                                .with("" + i))))
                        .toList();

        assertThat(writers.stream().map(CompletableFuture::join).filter(done -> done)).hasSize(1);
    }

    @Test
    void aRemovedRecordIsGoneAndMayBeginAgain() {
        records().write(first("one"));
        records().remove("one");

        assertThat(records().find("one")).isEmpty();
        assertThat(records().write(first("one"))).isTrue();
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        records().write(first("two"));
        records().remove("one");

        assertThat(records().find("two")).isPresent();
    }
}
