package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;
import no.altinn.rest.record.Entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The catalogue as its entries were at one time. Its lists never change. Thread-safe. */
final class CatalogueState implements Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueState.class);
    private static final Comparator<Service> BY_KEY =
            Comparator.<Service, String>comparing(service -> service.key().code())
                    .thenComparing(service -> service.key().edition());
    private static final Comparator<CodeListVersion> BY_NAME =
            Comparator.comparing(CodeListVersion::name).thenComparing(CodeListVersion::version);

    /** An entry without its body, and what it says. */
    private record Held(Entry head, CatalogueItem item) {}

    private final WholeItems whole;
    private final List<RoleDefinition> builtIn;
    private final Map<String, Held> held;
    private final List<Service> services;
    private final List<CodeList> codeLists;
    private final Map<Integer, RoleDefinition> roles = new TreeMap<>();
    private final Map<String, RoleDefinition> rolesByCode;

    private CatalogueState(WholeItems whole, List<RoleDefinition> builtIn, Map<String, Held> held) {
        this.whole = whole;
        this.builtIn = builtIn;
        this.held = held;
        this.services =
                items(PublishedService.class).stream()
                        .map(PublishedService::service)
                        .sorted(BY_KEY)
                        .toList();
        this.codeLists =
                items(CodeListVersion.class).stream()
                        .sorted(BY_NAME)
                        .flatMap(version -> version.languages().stream())
                        .toList();
        builtIn.forEach(role -> roles.put(role.id(), role));
        items(RoleDefinition.class).forEach(role -> roles.put(role.id(), role));
        this.rolesByCode =
                roles.values().stream()
                        .collect(
                                Collectors.toMap(
                                        RoleDefinition::code, role -> role, (one, other) -> one));
    }

    private <T extends CatalogueItem> List<T> items(Class<T> kind) {
        return held.values().stream()
                .map(Held::item)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The state without any entry. */
    static CatalogueState empty(WholeItems whole, List<RoleDefinition> builtIn) {
        return new CatalogueState(whole, builtIn, Map.of());
    }

    /**
     * The state that has these entries: this one if they are the same. An entry that cannot be read
     * is left out and told in the log.
     */
    CatalogueState with(Collection<Entry> heads) {
        Map<String, Held> next = new HashMap<>();
        for (Entry head : heads) {
            Optional<Held> known = Optional.ofNullable(held.get(head.id())).filter(isOf(head));
            known.or(() -> read(head)).ifPresent(one -> next.put(head.id(), one));
        }
        boolean isSame =
                next.size() == held.size()
                        && next.entrySet().stream()
                                .allMatch(one -> one.getValue() == held.get(one.getKey()));
        return isSame ? this : new CatalogueState(whole, builtIn, next);
    }

    private static Predicate<Held> isOf(Entry head) {
        return known ->
                known.head().partition().equals(head.partition())
                        && known.head().version().equals(head.version());
    }

    private static Optional<Held> read(Entry head) {
        try {
            return Optional.of(new Held(head, CatalogueEntry.head(head)));
        } catch (InvalidCatalogue e) {
            LOG.error("The catalogue's entry {} cannot be read: {}", head.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /** How many entries there are. */
    int size() {
        return held.size();
    }

    /** The entry of an item, if it is there under any owner. */
    Optional<Entry> entry(CatalogueItem item) {
        return Optional.ofNullable(held.get(CatalogueEntry.id(item))).map(Held::head);
    }

    @Override
    public List<Service> services() {
        return services;
    }

    @Override
    public Optional<Service> service(ServiceKey key) {
        return published(key).map(PublishedService::service);
    }

    @Override
    public Optional<PublishedService> published(ServiceKey key) {
        return whole(CatalogueEntry.serviceId(key), PublishedService.class);
    }

    private <T> Optional<T> whole(String id, Class<T> kind) {
        return Optional.ofNullable(held.get(id))
                .flatMap(one -> whole.find(one.head()))
                .map(kind::cast);
    }

    @Override
    public List<CodeList> codeLists() {
        return codeLists;
    }

    @Override
    public Optional<CodeList> codeList(String name, int version, Language language) {
        return whole(CatalogueEntry.codeListId(name, version), CodeListVersion.class)
                .map(list -> list.in(language));
    }

    @Override
    public List<RoleDefinition> roleDefinitions() {
        return new ArrayList<>(roles.values());
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(int id) {
        return Optional.ofNullable(roles.get(id));
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(String code) {
        return Optional.ofNullable(rolesByCode.get(code));
    }
}
