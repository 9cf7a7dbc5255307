package no.altinn.rest.catalogue;

import no.altinn.platform.time.RefreshPolicy;
import no.altinn.platform.time.RefreshedValue;
import no.altinn.rest.language.Language;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The catalogue in the app's own records. What another process puts into it counts 5 minutes later
 * at the latest, what this one does at once. Without the store it serves as long. Thread-safe.
 */
public final class StoredCatalogue implements Catalogue {
    private static final Duration LONGEST_AGE = Duration.ofMinutes(5);

    /** A minute is left to try again before the last state is too old. */
    private static final RefreshPolicy POLICY =
            RefreshPolicy.every(LONGEST_AGE.minusMinutes(1))
                    .withPause(Duration.ofSeconds(10))
                    .keptFor(LONGEST_AGE);

    private final Entries entries;
    private final Function<URI, Optional<String>> addresses;
    private final Clock clock;

    /** What it says of entries that have not changed is not read again. */
    private volatile CatalogueState last;

    private volatile RefreshedValue<CatalogueState> state;

    /**
     * The catalogue of a store, with the roles that the app comes with, in which services may name
     * any address. For who only reads, or puts what comes with the platform itself.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#SERVICES}
     */
    public StoredCatalogue(Entries entries, Clock clock) {
        this(entries, address -> Optional.empty(), clock);
    }

    /**
     * The same, in which services may name some addresses alone.
     *
     * @param addresses why an address may not be called, in words that go on after its name; empty
     *     for one that may
     */
    public StoredCatalogue(
            Entries entries, Function<URI, Optional<String>> addresses, Clock clock) {
        this.entries = entries;
        this.addresses = addresses;
        this.clock = clock;
        this.last = CatalogueState.empty(new WholeItems(entries), BuiltInRoles.read());
        this.state = unread();
    }

    private RefreshedValue<CatalogueState> unread() {
        return new RefreshedValue<>("The catalogue", this::read, POLICY, clock);
    }

    private CatalogueState read() {
        CatalogueState read = last.with(entries.search(Search.everywhere()));
        last = read;
        return read;
    }

    /**
     * Puts an item in the place of the one with its address, whoever's that was.
     *
     * @throws InvalidCatalogue if it names a role that there is not or an address that may not be
     *     called, takes another role's code, or is one too many
     * @throws no.altinn.platform.client.Unavailable if the store does not answer
     */
    public void put(CatalogueDraft draft) {
        put(List.of(draft));
    }

    /** Puts items that may need each other; none if there is a fault in any. */
    public void put(List<CatalogueDraft> drafts) {
        CatalogueState now = read();
        new DraftCheck(now, addresses).require(drafts);
        try {
            for (CatalogueDraft draft : drafts) {
                Entry entry = CatalogueEntry.of(draft);
                entries.put(entry);
                now.entry(draft.item())
                        .map(Entry::partition)
                        .filter(owner -> !owner.equals(entry.partition()))
                        .ifPresent(owner -> entries.remove(owner, entry.id()));
            }
        } finally {
            state = unread();
        }
    }

    @Override
    public Catalogue current() {
        return state.get();
    }

    @Override
    public List<Service> services() {
        return current().services();
    }

    @Override
    public Optional<Service> service(ServiceKey key) {
        return current().service(key);
    }

    @Override
    public Optional<PublishedService> published(ServiceKey key) {
        return current().published(key);
    }

    @Override
    public List<CodeList> codeLists() {
        return current().codeLists();
    }

    @Override
    public Optional<CodeList> codeList(String name, int version, Language language) {
        return current().codeList(name, version, language);
    }

    @Override
    public List<RoleDefinition> roleDefinitions() {
        return current().roleDefinitions();
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(int id) {
        return current().roleDefinition(id);
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(String code) {
        return current().roleDefinition(code);
    }
}
