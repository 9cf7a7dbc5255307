package no.altinn.events.app;

import static org.assertj.core.api.Assertions.catchThrowable;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The answers that clients get when a rule refuses what they ask for. */
public final class Refusals {
    private Refusals() {}

    /** The answer to a call that must fail. */
    public static Answer answer(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof Problem problem) {
            return problem.answer();
        }
        if (thrown instanceof RuntimeException exception) {
            return new EventsErrors()
                    .of(exception)
                    .orElseThrow(() -> new AssertionError("Not in the table", exception))
                    .answer();
        }
        throw new AssertionError("Not refused", thrown);
    }
}
