package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.openapi.Operation;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the REST app's documents show works as it is, with the local platform's own people and
 * things, and is answered as documented.
 */
@Tag("proof")
final class RestExamplesTest {
    private static final List<String> FORMATS =
            List.of(
                    "application/json",
                    "application/hal+json",
                    "application/xml",
                    "application/hal+xml");

    /** Requests that read come first, those that remove last. */
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "DELETE");

    /** The role without which the user is no administrator any more. */
    private static final String LAST = "deleteRole";

    /** Examples that cannot work on the local platform, and why. */
    private static final Map<String, String> UNSHOWN =
            Map.of(
                    "endLogin", "only ID-porten sends browsers there",
                    "pay", "a browser pays, from the link of a message",
                    "endPayment", "the page on which one pays leads there",
                    "deleteRight", "nobody gives person A a right by itself",
                    "getAttachmentRuleSchema", "no attachment rule of the test data has an XSD");

    private static Platform platform;
    private static RestDocumentation documents;
    private static RestExamples examples;

    @BeforeAll
    static void start() {
        platform = Platform.start();
        documents = RestDocumentation.of(platform);
        examples = new RestExamples(platform, documents);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void everyExampleOfARequestSucceedsAndIsAnsweredAsDocumented() {
        SoftAssertions all = new SoftAssertions();
        List<Operation> operations =
                documents
                        .operations()
                        .filter(each -> !UNSHOWN.containsKey(each.id()))
                        .filter(RestExamplesTest::isOncePerResource)
                        .sorted(
                                Comparator.comparing(
                                        each ->
                                                each.id().equals(LAST)
                                                        ? ORDER.size()
                                                        : ORDER.indexOf(each.method())))
                        .toList();
        assertThat(operations).hasSizeGreaterThan(100);
        for (Operation operation : operations) {
            for (String format :
                    operation.method().equals("GET") ? FORMATS : FORMATS.subList(0, 1)) {
                all.check(() -> succeeds(operation, format));
            }
        }
        all.assertAll();
    }

    /** By its other name the message box is only looked at: a letter is archived once. */
    private static boolean isOncePerResource(Operation operation) {
        return operation.method().equals("GET") || !operation.id().endsWith("InMessagebox");
    }

    private static void succeeds(Operation operation, String format) {
        Reply reply = examples.send(operation, format);
        assertThat(reply.status()).as("%s %s", operation, reply).isBetween(200, 302);
        RestDocumentation.hold(operation, reply.status(), reply.headers().map(), reply.body());
    }

    @Test
    void everyExampleThatCannotWorkIsOneOfADocument() {
        assertThat(documents.operations().map(Operation::id)).containsAll(UNSHOWN.keySet());
    }
}
