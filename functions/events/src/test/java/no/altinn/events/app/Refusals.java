package no.altinn.events.app;

import static org.assertj.core.api.Assertions.catchThrowable;

import no.altinn.platform.http.Accept;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The answers that clients get when a rule refuses what they ask for. */
public final class Refusals {
    private Refusals() {}

    /** The answer to a call that must fail. */
    public static Answer answer(ThrowingCallable call) {
        return problem(call).answer();
    }

    /** What a client is told that asks for problem details, when a call fails that must. */
    public static String detail(ThrowingCallable call) {
        Answer told = problem(call).answer(Accept.parse("application/problem+json"));
        return Json.parse(told.body()).path("detail").asText();
    }

    /** What the log tells of a call that must fail. */
    public static String reason(ThrowingCallable call) {
        return problem(call).reason().orElse("");
    }

    private static Problem problem(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof RuntimeException exception) {
            return new EventsErrors()
                    .of(exception)
                    .orElseThrow(() -> new AssertionError("Not in the table", exception));
        }
        throw new AssertionError("Not refused", thrown);
    }
}
