package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.EntryStore;
import no.altinn.testing.history.Tally;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The promises to logins at once, whichever store keeps the accounts. */
public abstract class LoginsContract {
    /** The store under test, empty at first, the same during one test. */
    protected abstract EntryStore store();

    private static Tally.Run history(EntryStore store) {
        return seed -> LoginHistory.verdict(store, seed);
    }

    private static Tally histories(EntryStore store, int count) throws InterruptedException {
        return Tally.of(1, count, history(store));
    }

    @Test
    void whatBrowsersSeeWhoShareACookieCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 10);

        reporter.publishEntry("logins", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    @Tag("proof")
    void manyHistoriesOfBrowsersCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 500);

        reporter.publishEntry("logins", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    void aStoreThatLosesAWriteIsFoundOut() throws InterruptedException {
        EntryStore real = store();
        EntryStore broken = table -> losing(real.of(table));

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }

    private static Entries losing(Entries real) {
        Entries losing = mock(Entries.class, delegatesTo(real));
        doReturn(true).when(losing).replace(any(), any());
        return losing;
    }
}
