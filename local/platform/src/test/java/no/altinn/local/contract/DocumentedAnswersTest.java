package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.openapi.DocumentedAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The documents name no answer that nobody gets. That nobody gets another one, every {@link Call}
 * of every test checks.
 */
@ExtendWith(RunningPlatform.class)
final class DocumentedAnswersTest {
    /** Answers that no request alone can get. */
    private record Unasked(String reason, Predicate<DocumentedAnswer> applies) {}

    /** Operations that nothing in a request can be wrong for but its address. */
    private static final Set<String> READ_NO_QUERY =
            Set.of(
                    "AsyncApiDocument",
                    "Health",
                    "JsonWebKeySet",
                    "ListSubscriptions",
                    "OpenApiDocument",
                    "OpenIdConfiguration",
                    "RefreshToken",
                    "SigningKeys");

    private static final List<Unasked> UNASKED =
            List.of(
                    new Unasked(
                            "the gateway and the Functions host in Azure give it, under load",
                            answer -> answer.status() == 429),
                    new Unasked(
                            "the body must be still to come when the time is up: SlowClientsTest",
                            answer -> answer.status() == 408),
                    new Unasked(
                            "something must be broken; the answer is made in one place: HttpTest",
                            answer -> answer.status() == 500),
                    new Unasked(
                            "something must be away; the answer is made in one place: OutagesTest",
                            answer -> answer.status() == 503),
                    new Unasked(
                            "the local front mends addresses that the worker cannot read: HttpTest",
                            answer ->
                                    answer.status() == 400
                                            && answer.mediaType().equals("application/problem+json")
                                            && READ_NO_QUERY.contains(answer.operation())));

    private final Platform platform;

    DocumentedAnswersTest(Platform platform) {
        this.platform = platform;
    }

    private static Set<DocumentedAnswer> documented() {
        return Documents.all().stream()
                .flatMap(document -> document.answers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isUnasked(DocumentedAnswer answer) {
        return UNASKED.stream().anyMatch(each -> each.applies().test(answer));
    }

    @Test
    void everyAnswerInTheDocumentsIsGiven() {
        Set<DocumentedAnswer> given =
                new DocumentedCalls(platform)
                        .all()
                        .map(call -> Documents.hold(call, call.send()).orElseThrow())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented().stream().filter(answer -> !isUnasked(answer)))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(given).contains(answer));
        assertThat(given).noneMatch(DocumentedAnswersTest::isUnasked);
    }

    @Test
    void everyReasonIsOneOfAnAnswerThatIsThere() {
        assertThat(UNASKED)
                .allSatisfy(
                        each ->
                                assertThat(documented())
                                        .as(each.reason())
                                        .anyMatch(each.applies()));
    }
}
