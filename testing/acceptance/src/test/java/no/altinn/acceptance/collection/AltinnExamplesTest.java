package no.altinn.acceptance.collection;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.acceptance.WithPlatform;
import no.altinn.local.LocalPlatform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every request of Altinn's public collection for its REST API (repository Altinn/postman-examples,
 * {@code Collection/Altinn.postman_collection.json}): it works, or it is one of those that the API
 * answers with 410. Methods, addresses, headers and shapes of bodies are those of the collection;
 * keys, users, numbers and ids are of this platform's test data. The platform is one of its own,
 * since some of the requests throw test data away.
 */
final class AltinnExamplesTest {
    private static final int IN_THE_COLLECTION = 98;
    private static final List<AltinnExample> EXAMPLES = AltinnExample.all();

    private static LocalPlatform platform;

    @BeforeAll
    static void start() {
        platform = WithPlatform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @TestFactory
    Stream<DynamicTest> aRequestIsAnsweredAsTheTableSays() {
        AltinnCaller caller = new AltinnCaller(platform);
        return EXAMPLES.stream()
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        example.toString(), () -> isAnswered(caller, example)));
    }

    private static void isAnswered(AltinnCaller caller, AltinnExample example) {
        AltinnCaller.Answer answer = caller.send(example);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(example.answer());
        assertThat(answer.body()).contains(example.has());
        if (example.isGone()) {
            assertThat(answer.body()).contains("Gone: this part of Altinn 2 is not built here");
        }
    }

    @Test
    void everyRequestOfTheCollectionIsThereOnce() {
        assertThat(EXAMPLES.stream().filter(example -> !example.isPreparation()))
                .extracting(AltinnExample::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, IN_THE_COLLECTION).boxed().toList());
    }

    @Test
    void whatIsSentIsTheCollectionsAddressWithValues() {
        assertThat(EXAMPLES)
                .filteredOn(example -> !example.isPreparation())
                .allMatch(AltinnExample::isTheirs);
    }

    @Test
    void whatWorksSaysSoAndWhatDoesNotSaysWhy() {
        assertThat(EXAMPLES)
                .allSatisfy(
                        example -> {
                            assertThat(example.answer()).isIn(200, 201, 204, 410);
                            assertThat(example.isGone() && example.note().isEmpty()).isFalse();
                        });
    }

    @Test
    void theDocumentationHasTheSameTable() throws IOException {
        List<String> rows =
                EXAMPLES.stream()
                        .filter(example -> !example.isPreparation())
                        .sorted(Comparator.comparing(AltinnExample::number))
                        .map(AltinnExample::line)
                        .toList();

        assertThat(
                        Files.readAllLines(Repository.COLLECTIONS.resolve("altinn-examples.md"))
                                .stream()
                                .filter(line -> line.matches("\\| [0-9]+ .*")))
                .containsExactlyElementsOf(rows);
    }
}
