package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.pull.LockModel.Answer;
import no.altinn.events.pull.LockModel.Ask;
import no.altinn.events.pull.LockModel.Deed;
import no.altinn.events.pull.LockModel.Lock;
import no.altinn.testing.history.Call;
import no.altinn.testing.history.Linearizability;
import no.altinn.testing.history.Verdict.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LockModelTest {
    private static final int END = LockModel.LOCK_STEPS;

    private final List<Call<Ask, Answer>> history = new ArrayList<>();

    /** An event is received at once, and the clock stands one step before the end of its lock. */
    LockModelTest() {
        received("a", 0, END, 1, 2);
        for (int step = 1; step < END; step++) {
            passed(2 * step + 1, 2 * step + 2);
        }
    }

    private void passed(long begun, long ended) {
        history.add(Call.answered(new Ask(Deed.PASS, "", "", 0), Answer.COUNTED, begun, ended));
    }

    private void received(String token, int since, int until, long begun, long ended) {
        history.add(
                Call.answered(
                        new Ask(Deed.RECEIVE, "", "", since),
                        new Answer(true, Map.of("1", new Lock(token, until))),
                        begun,
                        ended));
    }

    private void said(Deed deed, boolean counts, int since, long begun, long ended) {
        Answer answer = counts ? Answer.COUNTED : Answer.NOTHING;
        history.add(Call.answered(new Ask(deed, "1", "a", since), answer, begun, ended));
    }

    private Outcome outcome() {
        return Linearizability.verdict(new LockModel(List.of("1")), history).outcome();
    }

    @Test
    void aRenewalThatCameInTimeCountsThoughAWordAfterTheEndIsLost() {
        said(Deed.RENEW, true, END - 1, 20, 40);
        passed(22, 24);
        said(Deed.ACKNOWLEDGE, false, END, 26, 28);
        said(Deed.ACKNOWLEDGE, true, END, 50, 52);

        assertThat(outcome()).isEqualTo(Outcome.EXPLAINED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGE", "RELEASE", "REJECT", "RENEW"})
    void aWordThatCameAfterTheEndDoesNotCount(Deed deed) {
        passed(22, 24);
        said(deed, true, END, 26, 28);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGE", "RELEASE", "REJECT", "RENEW"})
    void aWordThatWasAnsweredBeforeTheEndIsNotLost(Deed deed) {
        said(deed, false, END - 1, 20, 21);
        passed(22, 24);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void twoWordsDoNotEndOneLock() {
        said(Deed.ACKNOWLEDGE, true, END - 1, 20, 40);
        said(Deed.REJECT, true, END - 1, 21, 41);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void aWordDoesNotCountWhenAnotherReceiverHasTheEvent() {
        passed(20, 21);
        received("b", END, 2 * END, 22, 23);
        assertThat(outcome()).isEqualTo(Outcome.EXPLAINED);

        said(Deed.ACKNOWLEDGE, true, END - 1, 24, 25);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void anEventIsNotReceivedWhileItIsLocked() {
        received("b", END - 1, 2 * END - 1, 20, 21);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void anAcknowledgedEventIsNotReceivedAgain() {
        said(Deed.ACKNOWLEDGE, true, END - 1, 20, 21);
        passed(22, 23);
        received("b", END, 2 * END, 24, 25);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }

    @Test
    void aReleasedEventIsReceivedAgainUnderALockFromThenOn() {
        said(Deed.RELEASE, true, END - 1, 20, 21);
        received("b", END - 1, 2 * END - 1, 22, 23);

        assertThat(outcome()).isEqualTo(Outcome.EXPLAINED);
    }

    @Test
    void aLockIsNoLongerThanItsTime() {
        said(Deed.RELEASE, true, END - 1, 20, 21);
        received("b", END - 1, 2 * END, 22, 23);

        assertThat(outcome()).isEqualTo(Outcome.REFUTED);
    }
}
