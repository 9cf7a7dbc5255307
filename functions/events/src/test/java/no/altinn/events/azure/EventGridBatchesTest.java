package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class EventGridBatchesTest {
    @Test
    void nothingIsNoRequest() {
        assertThat(EventGridBatches.of(List.of())).isEmpty();
    }

    @Test
    void aThousandMessagesAreOneRequestAndOneMoreIsTwo() {
        assertThat(EventGridBatches.of(Collections.nCopies(1_000, "{}"))).hasSize(1);
        assertThat(EventGridBatches.of(Collections.nCopies(1_001, "{}")))
                .extracting(List::size)
                .containsExactly(1_000, 1);
    }

    @Test
    void bytesCountAndNotCharacters() {
        String message = "å".repeat(EventGridBatches.MOST_BYTES / 4);

        assertThat(EventGridBatches.of(List.of(message, message)))
                .containsExactly(List.of(message), List.of(message));
    }

    @Test
    void whatIsTooLargeIsSentAlone() {
        String large = "x".repeat(EventGridBatches.MOST_BYTES + 1);

        assertThat(EventGridBatches.of(List.of("{}", large, "{}")))
                .containsExactly(List.of("{}"), List.of(large), List.of("{}"));
    }

    @Property(tries = 100)
    void noMessageIsLostMovedOrTooMuch(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 200_000) Integer> sizes,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<String> messages =
                sizes.stream()
                        .map(size -> Character.toString('a' + random.nextInt(26)).repeat(size))
                        .toList();

        List<List<String>> batches = EventGridBatches.of(messages);

        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(messages);
        assertThat(batches).allSatisfy(EventGridBatchesTest::assertFits);
        assertThat(IntStream.range(1, batches.size()))
                .allSatisfy(
                        i ->
                                assertThat(bytes(batches.get(i - 1)) + bytes(batches.get(i)))
                                        .as("two that fit into one request are one")
                                        .isGreaterThan(EventGridBatches.MOST_BYTES));
    }

    private static void assertFits(List<String> batch) {
        assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(EventGridBatches.MOST_EVENTS);
        assertThat(bytes(batch)).isLessThanOrEqualTo(EventGridBatches.MOST_BYTES);
    }

    /** As an array: brackets and commas are one byte for each message and one more. */
    private static int bytes(List<String> batch) {
        return batch.stream()
                .mapToInt(one -> one.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
    }
}
