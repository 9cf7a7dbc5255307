package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import no.altinn.rest.record.Entries;
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

    @Test
    void aStoreThatLosesAWriteIsFoundOut() throws InterruptedException {
        EntryStore real = store();
        EntryStore broken = mock(EntryStore.class);
        doAnswer(call -> losing(real.of(call.getArgument(0)))).when(broken).of(any());

        assertThat(new LoginHistory(broken).order(20_260_101)).isEmpty();
    }

    private static Entries losing(Entries real) {
        Entries losing = mock(Entries.class, delegatesTo(real));
        doReturn(true).when(losing).replace(any(), any());
        return losing;
    }
}
