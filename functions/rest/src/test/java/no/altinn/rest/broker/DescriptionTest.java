package no.altinn.rest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.message.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DescriptionTest {
    private static final String LONG = "x".repeat(Description.LONGEST_TEXT);

    private static Description of(
            String reference,
            List<String> recipients,
            Map<String, String> properties,
            List<Description.ListedFile> files) {
        return new Description(BrokerBed.SERVICE, reference, recipients, properties, files);
    }

    private static Description to(List<String> recipients) {
        return of("", recipients, Map.of(), List.of());
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> Integer.toString(320000000 + i)).toList();
    }

    private static Map<String, String> properties(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "name " + i, i -> "value"));
    }

    private static List<Description.ListedFile> files(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Description.ListedFile("f" + i, ""))
                .toList();
    }

    private static void assertRefused(Runnable making, String reason) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(making::run)
                .withMessageContaining(reason);
    }

    @Test
    void eachRecipientCountsOnceInTheOrderOfTheSender() {
        assertThat(to(List.of("310000003", "310000002", "310000003")).recipients())
                .containsExactly("310000003", "310000002");
    }

    @Test
    void everythingMayBeAsMuchAsItsBound() {
        Description most =
                of(
                        LONG,
                        numbers(Description.MOST_RECIPIENTS),
                        properties(Description.MOST_PROPERTIES),
                        files(Description.MOST_FILES));

        assertThat(most.recipients()).hasSize(50);
        assertThat(of("", numbers(1), Map.of(LONG, LONG), List.of()).properties()).hasSize(1);
    }

    @Test
    void whatIsBeyondABoundIsRefused() {
        assertRefused(() -> to(numbers(Description.MOST_RECIPIENTS + 1)), "Recipients");
        assertRefused(
                () -> of("", numbers(1), properties(Description.MOST_PROPERTIES + 1), List.of()),
                "Properties");
        assertRefused(
                () -> of("", numbers(1), Map.of(), files(Description.MOST_FILES + 1)), "FileList");
        assertRefused(() -> of(LONG + "x", numbers(1), Map.of(), List.of()), "SendersReference");
        assertRefused(() -> of("", numbers(1), Map.of(LONG + "x", ""), List.of()), "name");
        assertRefused(() -> of("", numbers(1), Map.of("a", LONG + "x"), List.of()), "value");
        assertRefused(
                () ->
                        of(
                                "",
                                numbers(1),
                                Map.of(),
                                List.of(new Description.ListedFile("a", LONG + "x"))),
                "CheckSum");
    }

    @Test
    void aFileWithoutARecipientIsRefused() {
        assertRefused(() -> to(List.of()), "at least one of Recipients");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "31000000", "3100000011", "310000001 ", "31000000a", "019090123456"})
    void aRecipientHasANumber(String number) {
        assertRefused(() -> to(List.of("310000002", number)), "nine digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u0000", "\u007f", "\ud800", "a\u202eb", "\u2066"})
    void whatIsNotPlainIsRefused(String text) {
        assertRefused(() -> of(text, numbers(1), Map.of(), List.of()), "control characters");
        assertRefused(() -> of("", numbers(1), Map.of(text, "a"), List.of()), "control characters");
        assertRefused(
                () -> of("", numbers(1), Map.of(), List.of(new Description.ListedFile("a", text))),
                "control characters");
    }

    @Test
    void theNamesOfFilesWithinAreNamesOfFiles() {
        assertRefused(
                () -> of("", numbers(1), Map.of(), List.of(new Description.ListedFile("../a", ""))),
                "FileName");
    }

    @Test
    void nothingOfItReachesALog() {
        assertThat(to(List.of(BrokerBed.PERSON_B)).toString()).doesNotContain(BrokerBed.PERSON_B);
    }
}
