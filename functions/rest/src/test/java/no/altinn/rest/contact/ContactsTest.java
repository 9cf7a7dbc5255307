package no.altinn.rest.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

final class ContactsTest {
    private static final ContactAddress EMAIL = ContactAddress.email("Post@b.no");
    private static final ContactAddress MOBILE = ContactAddress.mobile("+4799000000");
    private static final Optional<Contact.Person> A =
            Optional.of(new Contact.Person(20000001, 50000001));
    private static final String MAIN = "310000001";
    private static final String SUB = "310000002";

    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final Contacts contacts =
            new Contacts(new MemoryEntryStore(clock).of(Tables.CONTACTS), clock);

    @Test
    void aContactIsKeptWithItsMakerAndTime() {
        Contact made = contacts.add(MAIN, EMAIL, A);

        assertThat(made).isEqualTo(new Contact(1, EMAIL, Instant.parse("2026-01-02T09:00:00Z"), A));
        assertThat(contacts.of(MAIN)).containsExactly(made);
        assertThat(contacts.find(MAIN, 1)).contains(made);
        assertThat(contacts.find(SUB, 1)).isEmpty();
        assertThat(contacts.of(SUB)).isEmpty();
    }

    @Test
    void aContactOfAnEnterpriseUserHasNoPerson() {
        contacts.add(MAIN, MOBILE, Optional.empty());

        assertThat(contacts.of(MAIN).get(0).by()).isEmpty();
    }

    @Test
    void aRemovedContactIsGoneAndItsIdIsNeverUsedAgain() {
        contacts.add(MAIN, EMAIL, A);

        assertThat(contacts.remove(MAIN, 1)).isTrue();
        assertThat(contacts.remove(MAIN, 1)).isFalse();
        assertThat(contacts.of(MAIN)).isEmpty();
        assertThat(contacts.organisations().numbers()).isEmpty();

        int again = contacts.add(MAIN, MOBILE, A).id();
        assertThat(again).isNotEqualTo(1);
        assertThat(contacts.find(MAIN, 1)).isEmpty();
        assertThat(contacts.remove(MAIN, 1)).isFalse();
        assertThat(contacts.find(MAIN, again)).isPresent();
    }

    @Test
    void idsThatNobodyHasAreNotFound() {
        contacts.add(MAIN, EMAIL, A);

        for (int id : new int[] {Integer.MIN_VALUE, -1, 0, 2, 51, Integer.MAX_VALUE}) {
            assertThat(contacts.find(MAIN, id)).isEmpty();
            assertThat(contacts.remove(MAIN, id)).isFalse();
        }
    }

    @Test
    void theFiftyFirstContactIsRefusedUntilOneIsRemoved() {
        IntStream.rangeClosed(1, 50).forEach(any -> contacts.add(MAIN, EMAIL, A));

        assertThatThrownBy(() -> contacts.add(MAIN, EMAIL, A))
                .isInstanceOf(InvalidContact.class)
                .hasMessage("The organization has 50 contacts, which is the most.");
        contacts.add(SUB, EMAIL, A);

        contacts.remove(MAIN, 17);
        assertThat(contacts.add(MAIN, EMAIL, A).id()).isEqualTo(67);
        assertThat(contacts.of(MAIN)).hasSize(50).extracting(Contact::id).isSorted();
    }

    @Test
    void callsSideBySideFillNoMoreThanFiftyPlaces() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> add =
                    () -> {
                        try {
                            contacts.add(MAIN, EMAIL, A);
                            return true;
                        } catch (InvalidContact e) {
                            return false;
                        }
                    };
            long added = 0;
            for (var call :
                    threads.invokeAll(IntStream.range(0, 80).mapToObj(any -> add).toList())) {
                added += call.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(50);
            assertThat(contacts.of(MAIN)).extracting(Contact::id).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void organisationsAreFoundByAnAddressHoweverItIsWritten() {
        contacts.add(MAIN, EMAIL, A);
        contacts.add(MAIN, MOBILE, A);
        contacts.add(SUB, MOBILE, A);

        assertThat(contacts.organisations().numbers()).containsExactly(MAIN, SUB);
        assertThat(found("a@b.no", "+47 990 00 000")).containsExactly(MAIN, SUB);
        assertThat(found(" POST@B.NO", "")).containsExactly(MAIN);
        for (String number : List.of("99000000", " 4799000000", "004799000000")) {
            assertThat(found("", number)).containsExactly(MAIN, SUB);
        }
        assertThat(found("a@b.no", "")).isEmpty();
    }

    private Set<String> found(String email, String mobile) {
        return contacts.organisationsWith(
                        Optional.of(email).filter(text -> !text.isEmpty()),
                        Optional.of(mobile).filter(text -> !text.isEmpty()))
                .numbers();
    }

    @Test
    void aSearchThatReadTenThousandContactsSaysThatThereMayBeMore() {
        Entries entries = new MemoryEntryStore(clock).of(Tables.CONTACTS);
        Contacts many = new Contacts(entries, clock);
        for (int i = 0; i < 9_999; i++) {
            entries.put(Entry.of("n" + i, "1", Map.of("address", "a@b.no"), Json.object(), ""));
        }
        assertThat(many.organisations().isCut()).isFalse();
        assertThat(many.organisations().numbers()).hasSize(9_999);

        many.add(MAIN, EMAIL, A);
        assertThat(many.organisations().isCut()).isTrue();
    }
}
