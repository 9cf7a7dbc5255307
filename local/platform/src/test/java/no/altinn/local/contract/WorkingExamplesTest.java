package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.openapi.ApiDocument;
import no.altinn.testing.openapi.Operation;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** What the documents show works as it is, with the local platform's own people and things. */
@ExtendWith(RunningPlatform.class)
final class WorkingExamplesTest {
    private final Platform platform;

    WorkingExamplesTest(Platform platform) {
        this.platform = platform;
    }

    record Shown(ApiDocument document, Operation operation) {
        @Override
        public String toString() {
            return operation.toString();
        }
    }

    static Stream<Shown> operations() {
        return Documents.all().stream()
                .flatMap(
                        document ->
                                document.operations().stream()
                                        .map(operation -> new Shown(document, operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyExampleOfARequestSucceeds(Shown shown) {
        Stream<Call> calls =
                new ExampleCalls(platform, shown.document().server(), shown.operation()).all();

        assertThat(calls)
                .isNotEmpty()
                .allSatisfy(
                        call -> {
                            Reply reply = call.send();
                            assertThat(reply.status()).as("%s %s", call, reply).isBetween(200, 299);
                        });
    }
}
