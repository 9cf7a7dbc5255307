package no.altinn.rest.endpoint.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.AnswerLog;
import no.altinn.testing.openapi.DocumentedAnswer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every answer that the tests of routes get is documented, and every documented answer is got by
 * them. The tests of routes are run again for it, since nobody may forget to hold an answer of a
 * new one.
 */
@Tag("proof")
class OpenApiAnswersTest {
    /** Answers that no test of a route gets, and why. */
    enum Unasked {
        RACE("two requests must meet at one message, again and again", "(pay|endPayment) 409.*"),
        SERVER("the server ahead of the app gives it: MalformedRequestsTest", ".* 414.*"),
        AWAY("ID-porten must be away: HttpIdPortenTest", "endLogin 503.*");

        private final String reason;
        private final String answers;

        Unasked(String reason, String answers) {
            this.reason = reason;
            this.answers = answers;
        }

        private boolean applies(String answer) {
            return answer.matches(answers);
        }

        @Override
        public String toString() {
            return reason;
        }
    }

    private static final Set<String> READS = new TreeSet<>();
    private static RestDocuments documents;
    private static HeldAnswers held;
    private static TestExecutionSummary summary;

    @BeforeAll
    static void ask() {
        documents = RestDocuments.read();
        documents.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> READS.add(operation.id()));
        held = new HeldAnswers(documents);
        AnswerLog.listen(
                held::note,
                () -> {
                    summary = RouteTests.run();
                    new DoorRefusals(documents).ask();
                    new Outages(documents).ask();
                    new OpenReads(documents.bed()).ask();
                });
    }

    private static Set<String> names(Set<DocumentedAnswer> answers) {
        return answers.stream()
                .map(OpenApiAnswersTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * An answer's name. What is read is asked for in every representation; of what is written,
     * which one an answer has is the door's affair. What is said of one name of the message box
     * holds for the other.
     */
    private static String name(DocumentedAnswer answer) {
        String operation = answer.operation().replace("InMessagebox", "");
        boolean isRead = READS.contains(answer.operation());
        return isRead
                ? "%s %d %s".formatted(operation, answer.status(), answer.mediaType())
                : "%s %d".formatted(operation, answer.status());
    }

    private static Set<String> documented() {
        Set<String> all = new TreeSet<>();
        for (Part part : Part.values()) {
            all.addAll(names(documents.document(part).answers()));
        }
        return all;
    }

    private static boolean isUnasked(String answer) {
        return Arrays.stream(Unasked.values()).anyMatch(each -> each.applies(answer));
    }

    @Test
    void theTestsOfRoutesAreFound() {
        assertThat(summary.getTestsFoundCount()).isGreaterThan(500);
    }

    @Test
    void everyAnswerIsDocumented() {
        assertThat(held.faults()).isEmpty();
    }

    @Test
    void everyDocumentedAnswerIsGiven() {
        Set<String> missing = documented();
        missing.removeAll(names(held.given()));
        missing.removeIf(OpenApiAnswersTest::isUnasked);

        assertThat(missing).isEmpty();
    }

    @Test
    void noAnswerIsExceptedThatIsGivenOrNotDocumented() {
        assertThat(names(held.given())).noneMatch(OpenApiAnswersTest::isUnasked);
        assertThat(Unasked.values())
                .allSatisfy(
                        each ->
                                assertThat(documented())
                                        .as(each.toString())
                                        .anyMatch(each::applies));
    }
}
