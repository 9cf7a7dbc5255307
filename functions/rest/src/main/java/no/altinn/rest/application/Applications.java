package no.altinn.rest.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.json.Json;
import no.altinn.platform.time.RefreshPolicy;
import no.altinn.platform.time.RefreshedValue;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The applications and their keys (rest-api.md §1). Of a key only the SHA-256 is kept. What is
 * entered or removed counts 5 seconds later at the latest, in every process. Thread-safe.
 */
public final class Applications implements KnownApplications {
    private static final String LABEL = "application";

    /** Half of what is promised, since a store may take its time too. */
    private static final Duration AGE = Duration.ofSeconds(5);

    private static final Duration KEPT_WITHOUT_STORE = Duration.ofSeconds(10);
    private static final long MOST_REMEMBERED = 10_000;
    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Entries entries;
    private final Set<String> grants;
    private final Supplier<UUID> guids;
    private final Cache<String, Optional<Application>> remembered;
    private final RefreshedValue<Set<String>> origins;

    /**
     * The applications of a store.
     *
     * @param grants every grant that there is
     * @param guids makes ids and keys, which nobody can guess
     */
    public Applications(Entries entries, Set<String> grants, Supplier<UUID> guids, Clock clock) {
        this.entries = entries;
        this.grants = Set.copyOf(grants);
        this.guids = guids;
        this.remembered =
                Caffeine.newBuilder()
                        .maximumSize(MOST_REMEMBERED)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(AGE)
                        .build();
        this.origins =
                new RefreshedValue<>(
                        "The origins of applications",
                        this::readOrigins,
                        RefreshPolicy.every(AGE)
                                .withPause(Duration.ofSeconds(1))
                                .keptFor(KEPT_WITHOUT_STORE),
                        clock);
    }

    /** An application that has just been entered, and its key, which is never told again. */
    public record Entered(Application application, UUID key) {}

    /**
     * Enters an application and makes its key.
     *
     * @throws InvalidApplication if it names a grant that there is not, or there are too many
     */
    public Entered enter(Draft draft) {
        if (entries.search(Search.everywhere()).size() >= Search.MOST) {
            throw new InvalidApplication(
                    "There are %d applications, which is the most".formatted(Search.MOST));
        }
        UUID key = guids.get();
        return new Entered(enter(draft, guids.get(), key), key);
    }

    /**
     * Enters an application with an id and a key that are known already, in the place of the one
     * with the same key.
     *
     * @throws InvalidApplication if it names a grant that there is not
     */
    public Application enter(Draft draft, UUID id, UUID key) {
        for (String grant : draft.grants()) {
            if (!grants.contains(grant)) {
                throw new InvalidApplication(
                        "Each of Grants must be one of "
                                + String.join(", ", new TreeSet<>(grants)));
            }
        }
        Application application =
                new Application(
                        id.toString(),
                        draft.name(),
                        draft.organizationNumber(),
                        draft.origins(),
                        draft.grants());
        String digest = digest(key.toString());
        entries.put(
                Entry.of(digest, digest, Map.of(LABEL, application.id()), json(application), ""));
        return application;
    }

    /** Every application, by name. */
    public List<Application> all() {
        return entries.search(Search.everywhere()).stream()
                .map(Applications::application)
                .sorted(Comparator.comparing(Application::name).thenComparing(Application::id))
                .toList();
    }

    /**
     * One application.
     *
     * @param id in any case
     */
    public Optional<Application> find(String id) {
        return entry(id).map(Applications::application);
    }

    /**
     * Removes an application, and its key with it.
     *
     * @return whether there was one
     */
    public boolean remove(String id) {
        return entry(id).filter(found -> entries.remove(found.partition(), found.id())).isPresent();
    }

    private Optional<Entry> entry(String id) {
        String guid = id.toLowerCase(Locale.ROOT);
        return GUID.matcher(guid).matches()
                ? entries.search(Search.everywhere().with(LABEL, Set.of(guid))).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<Application> ofKey(String key) {
        String guid = key.toLowerCase(Locale.ROOT);
        return GUID.matcher(guid).matches()
                ? remembered.get(
                        digest(guid),
                        digest -> entries.find(digest, digest).map(Applications::application))
                : Optional.empty();
    }

    @Override
    public boolean hasOrigin(String origin) {
        return origins.get().contains(origin);
    }

    private Set<String> readOrigins() {
        return all().stream()
                .flatMap(application -> application.origins().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static ObjectNode json(Application application) {
        ObjectNode json =
                Json.object()
                        .put("id", application.id())
                        .put("name", application.name())
                        .put("organizationNumber", application.organizationNumber());
        new TreeSet<>(application.origins()).forEach(json.putArray("origins")::add);
        new TreeSet<>(application.grants()).forEach(json.putArray("grants")::add);
        return json;
    }

    private static Application application(Entry entry) {
        JsonNode json = entry.head();
        return new Application(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("organizationNumber").asText(),
                texts(json.path("origins")),
                texts(json.path("grants")));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }
}
