package no.altinn.events.subscription;

import no.altinn.events.event.Event;
import no.altinn.platform.register.Register;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the subscriptions whose filters match an event. Thread-safe. */
public final class MatchSubscriptions {
    private static final String ORGANISATION = "urn:altinn:organization:";
    private static final Pattern ALTERNATIVE_ORGANISATION =
            Pattern.compile("/(?:org|organisation|organization)/([0-9]{9})");

    private final SubscriptionIndex subscriptions;
    private final Register register;

    public MatchSubscriptions(SubscriptionIndex subscriptions, Register register) {
        this.subscriptions = subscriptions;
        this.register = register;
    }

    /**
     * The validated subscriptions that want the event, its main unit's among them. An event without
     * resource is wanted by none.
     *
     * @throws no.altinn.platform.register.RegisterUnavailable if a main unit is to be found and
     *     Register cannot answer
     */
    public List<Subscription> matching(Event event) {
        List<Subscription> candidates = candidates(event);
        boolean subunitsWanted =
                candidates.stream().anyMatch(candidate -> candidate.filters().includeSubunits());
        return matching(event, candidates, subunitsWanted ? mainUnitSubjects(event) : Set.of());
    }

    /** The validated subscriptions that want the event for the subject that it names itself. */
    public List<Subscription> matchingItsOwnSubject(Event event) {
        return matching(event, candidates(event), Set.of());
    }

    private List<Subscription> candidates(Event event) {
        if (event.resource().isEmpty()) {
            return List.of();
        }
        return subscriptions.validatedFor(event.resource()).stream()
                .filter(subscription -> matchesAllButSubject(subscription, event))
                .toList();
    }

    private static List<Subscription> matching(
            Event event, List<Subscription> candidates, Set<String> ofMainUnit) {
        return candidates.stream()
                .filter(candidate -> matchesSubject(candidate.filters(), event, ofMainUnit))
                .toList();
    }

    private static boolean matchesAllButSubject(Subscription subscription, Event event) {
        Filters filters = subscription.filters();
        return filters.type().map(event.type()::equals).orElse(true)
                && filters.source().map(base -> isBase(base, event.source())).orElse(true);
    }

    private static boolean matchesSubject(Filters filters, Event event, Set<String> ofMainUnit) {
        if (filters.subject().isEmpty()) {
            return true;
        }
        String wanted = filters.subject().get();
        return event.subject().filter(wanted::equals).isPresent()
                || (filters.includeSubunits() && ofMainUnit.contains(wanted));
    }

    /** The subjects under which the main unit of the event's subject may have subscribed. */
    private Set<String> mainUnitSubjects(Event event) {
        Set<String> subjects = new HashSet<>();
        organisation(event)
                .flatMap(register::mainUnit)
                .ifPresent(
                        unit -> {
                            subjects.add(unit.externalUrn());
                            subjects.add("/party/" + unit.partyId());
                        });
        return subjects;
    }

    /** The URN of the organisation that the event is about. */
    private static Optional<String> organisation(Event event) {
        String subject = event.subject().orElse("");
        if (subject.startsWith(ORGANISATION)) {
            return Optional.of(subject);
        }
        return subject.startsWith("/party/")
                ? event.alternativeSubject()
                        .map(ALTERNATIVE_ORGANISATION::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> ORGANISATION + "identifier-no:" + matcher.group(1))
                : Optional.empty();
    }

    /** Whether the source is the filter's or below it; whole path segments count. */
    private static boolean isBase(URI base, URI source) {
        return origin(base).equals(origin(source))
                && (path(source) + "/").startsWith(withoutTrailingSlash(path(base)) + "/");
    }

    private static String origin(URI uri) {
        int port =
                uri.getPort() < 0 && "https".equalsIgnoreCase(uri.getScheme())
                        ? 443
                        : uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
