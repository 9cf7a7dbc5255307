package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ProblemTest {
    @Test
    void problemDetailsHaveTheFourMembers() {
        Answer answer = Problem.badRequest("The 'after' parameter must be defined.").answer();

        JsonNode details = Json.parse(answer.body());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(details.path("type").asText()).startsWith("https://");
        assertThat(details.path("title").asText()).isEqualTo("Bad Request");
        assertThat(details.path("status").asInt()).isEqualTo(400);
        assertThat(details.path("detail").asText())
                .isEqualTo("The 'after' parameter must be defined.");
        assertThat(details.has("errors")).isFalse();
    }

    @Test
    void aBadBodySaysWhy() {
        JsonNode details = Json.parse(Problem.badBody("No \"id\"").answer().body());

        assertThat(details.at("/errors/RequestBody/0").asText()).isEqualTo("No \"id\"");
    }

    @Test
    void theCauseIsKeptForTheLogAndNotTold() {
        Problem problem = Problem.badRequest("Not readable.", new IllegalStateException("inner"));

        assertThat(problem).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(problem.answer().body()).doesNotContain("inner");
    }

    @Test
    void aProblemMayTellMoreInAHeader() {
        Problem problem = Problem.of(415, "No.").with("Accept-Encoding", "identity");

        assertThat(problem).hasMessage("No.");
        assertThat(problem.answer().body()).isEqualTo(Problem.of(415, "No.").answer().body());
        assertThat(problem.answer().headers())
                .containsEntry("Accept-Encoding", "identity")
                .containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void anExplanationIsForClientsThatNameProblemDetails() {
        Problem problem = Problem.empty(403).explained("Because.").with("WWW-Authenticate", "x");

        for (String other : List.of("", "*/*", "application/*", "application/problem+json;q=0")) {
            assertThat(problem.answer(Accept.parse(other)))
                    .isEqualTo(Answer.empty(403).with("WWW-Authenticate", "x"));
        }
        Answer told = problem.answer(Accept.parse("text/plain, Application/Problem+JSON;q=0.1"));
        assertThat(told.status()).isEqualTo(403);
        assertThat(told.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("WWW-Authenticate", "x");
        assertThat(Json.parse(told.body()).path("detail").asText()).isEqualTo("Because.");
    }

    @Test
    void aTextBecomesProblemDetailsWithItsExplanation() {
        Answer told =
                Problem.jsonText(400, "No.")
                        .explained("No. The reason.")
                        .answer(Accept.parse("application/problem+json"));

        assertThat(told.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(Json.parse(told.body()).path("detail").asText()).isEqualTo("No. The reason.");
    }

    @Test
    void whatIsNotExplainedIsAnsweredAlike() {
        Accept accept = Accept.parse("application/problem+json");

        assertThat(Problem.empty(404).answer(accept)).isEqualTo(Answer.empty(404));
        assertThat(Problem.empty(404).reason()).isEmpty();
    }

    @Test
    void theReasonForTheLogIsTheExplanationOrALineOfItsOwn() {
        assertThat(Problem.empty(403).explained("Told\n.").reason()).contains("Told\n.");
        assertThat(Problem.empty(403).explained("Told.", "Logged.").reason()).contains("Logged.");
    }

    @Test
    void aRefusalWithoutAnExplanationHasItsMessageAsTheReason() {
        assertThat(Problem.of(415, "No \"a\".").reason()).contains("No \"a\".");
        assertThat(Problem.badBody(List.of("A.", "B.")).reason()).contains("A. B.");
        assertThat(Problem.of(503, "Away.").reason()).isEmpty();
    }

    @Test
    void whatTheLogTellsInsteadChangesNoAnswer() {
        Problem problem = Problem.badBody("Of 'x1'.").logged("Of one.");

        assertThat(problem.reason()).contains("Of one.");
        assertThat(problem.answer(Accept.parse("application/problem+json")))
                .isEqualTo(Problem.badBody("Of 'x1'.").answer());
    }

    @Test
    void anEmptyAnswerHasOnlyAStatus() {
        assertThat(Problem.empty(401).answer()).isEqualTo(Answer.empty(401));
        assertThat(Problem.empty(401)).hasMessage("Unauthorized");
    }

    @Test
    void aTextIsAnsweredAsPlainText() {
        assertThat(Problem.text(403, "No.").answer()).isEqualTo(Answer.text(403, "No."));
    }

    @Test
    void aTextForClientsThatReadJsonIsAJsonString() {
        assertThat(Problem.jsonText(400, "No \"a\".").answer())
                .isEqualTo(Answer.of(400, MediaType.JSON, "\"No \\\"a\\\".\""));
    }

    @Test
    void headersAreAddedToACopy() {
        Answer plain = Answer.text(201, "x");

        assertThat(plain.with("Location", "/a").headers())
                .containsEntry("Location", "/a")
                .containsEntry("Content-Type", "text/plain");
        assertThat(plain.headers()).doesNotContainKey("Location");
    }
}
