package no.altinn.rest.source;

import no.altinn.platform.http.QueryParameters;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Refusal;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Lets users look something up where a service has its source (rest-resources.md, Lookup). The
 * source learns what is asked, and neither who asks nor for whom. Thread-safe.
 */
public final class AskSource {
    /** The most characters of what is asked. */
    public static final int LONGEST = 2_000;

    private static final String QUERY = "queryOptions";

    private final Catalogue catalogue;
    private final Access access;
    private final LookupSource source;
    private final Clock clock;

    public AskSource(Catalogue catalogue, Access access, LookupSource source, Clock clock) {
        this.catalogue = catalogue;
        this.access = access;
        this.source = source;
        this.clock = clock;
    }

    /**
     * What the source of a service answers.
     *
     * @param queryOptions what is asked, in words that the source knows; empty for nothing
     * @throws Refusal if there is no such Lookup in use, the user may not read it, or too much is
     *     asked
     * @throws no.altinn.rest.outside.OutsideFailed if the source does not answer as it should
     * @throws no.altinn.rest.outside.OutsideBusy if too many are asked at this moment
     */
    public SourceAnswer ask(Actor actor, ServiceKey key, Optional<String> queryOptions) {
        if (queryOptions.orElse("").length() > LONGEST) {
            throw new Refusal.Invalid(
                    "The parameter 'queryOptions' has %d characters at most".formatted(LONGEST));
        }
        Service service = catalogue.service(key).orElseThrow(Refusal.Absent::new);
        URI address = service.lookupSource().orElseThrow(Refusal.Absent::new);
        if (!service.isInUse(clock.instant())) {
            throw new Refusal.Absent();
        }
        access.require(actor, service, Action.READ);
        return source.ask(queryOptions.map(asked -> with(address, asked)).orElse(address));
    }

    private static URI with(URI address, String asked) {
        QueryParameters parameters = QueryParameters.parse("").with(QUERY, asked);
        return URI.create(QueryParameters.appended(address.toASCIIString(), parameters.toString()));
    }
}
