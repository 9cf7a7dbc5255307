package no.altinn.rest.door;

import no.altinn.platform.http.BodyAwaited;
import no.altinn.platform.http.Request;
import no.altinn.platform.log.LogText;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.language.Language;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every request passes: what is gone, key, login, scope, reportee, body, and then its endpoint
 * (rest-api.md §2 "Errors"). Whatever goes wrong becomes an answer too. Thread-safe.
 */
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MOST_CAUSES = 4;

    final Router router;
    final Keys keys;
    final Cors cors;
    final Callers callers;
    final PlatformAccess platform;
    final Who who;
    final Function<Caller, Optional<Language>> profiles;
    final Uploads uploads;
    final Downloads downloads;
    final LargeBodies largeBodies = new LargeBodies();
    final String base;

    private final Refusals refusals;

    /**
     * What the checks ask.
     *
     * @param arrivals files that the front sends and fetches
     * @param profiles the language of a caller's profile
     * @param base the app's own address, ending in a slash; answers' links are below {@code api}
     */
    public record Guards(
            KnownApplications applications,
            Callers callers,
            PlatformAccess platform,
            Reportees reportees,
            Arrivals arrivals,
            Function<Caller, Optional<Language>> profiles,
            URI base) {}

    /** A door to these routes. */
    public Door(Router router, Guards guards, Refusals refusals) {
        this.router = router;
        this.keys = new Keys(guards.applications());
        this.cors = new Cors(guards.applications(), guards.base());
        this.callers = guards.callers();
        this.platform = guards.platform();
        this.who = new Who(guards.reportees());
        this.profiles = guards.profiles();
        this.base = guards.base() + "api";
        this.uploads = new Uploads(guards.arrivals(), refusals);
        this.downloads = new Downloads(guards.arrivals());
        this.refusals = refusals;
    }

    /**
     * Answers a request.
     *
     * @throws BodyAwaited if its body is needed and has not come yet
     */
    public Answered answer(Request request) {
        try (Passage passage = new Passage(this, request)) {
            return passage.answered(replyOrRefusal(passage));
        }
    }

    /** Refuses a request whose address cannot be read at all. */
    public Answered malformed(Request request) {
        try (Passage passage = new Passage(this, request)) {
            return passage.answered(
                    passage.refusal(RestError.badRequest("The request's URI is malformed")));
        }
    }

    private Reply replyOrRefusal(Passage passage) {
        try {
            return passage.reply();
        } catch (BodyAwaited e) {
            // For the host, which calls again when the body is there.
            throw e;
        } catch (RestError e) {
            return passage.refusal(e);
        } catch (RuntimeException e) {
            Optional<RestError> known = refusals.of(e);
            log(passage.route(), known, e);
            return passage.refusal(
                    known.orElseGet(() -> RestError.of(500, "An unexpected error occurred")));
        }
    }

    /** A part that is away is told in a line: where the code called it says nothing of why. */
    private static void log(String route, Optional<RestError> known, RuntimeException thrown) {
        if (known.isEmpty()) {
            LOG.error("request failed route={}", route, thrown);
        } else if (known.get().status() >= 500) {
            LOG.warn(
                    "request failed route={} status={} reason={}",
                    route,
                    known.get().status(),
                    LogText.quoted(reason(thrown)));
        }
    }

    /** What an exception and its causes say, each once. */
    private static String reason(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), name(cause)))
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
