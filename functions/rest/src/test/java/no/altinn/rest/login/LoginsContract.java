package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.record.EntryStore;

import org.junit.jupiter.api.Test;

/** What logins at once may rely on, whichever store keeps the accounts. */
public abstract class LoginsContract {
    /** The store under test, empty at first, the same during one test. */
    protected abstract EntryStore store();

    @Test
    void whatBrowsersSeeWhoShareACookieCouldHaveComeOneAfterTheOther() throws InterruptedException {
        assertThat(new LoginHistory(store()).order(20_260_101)).isPresent();
    }
}
