package no.altinn.rest.source;

import java.net.URI;

/** Asks the sources of Lookups. Implementations are thread-safe. */
@FunctionalInterface
public interface LookupSource {
    /**
     * What a source answers.
     *
     * @param address where it is asked, with the query
     * @throws no.altinn.rest.outside.OutsideFailed if it is away, answers too late, too much or
     *     with an error
     * @throws no.altinn.rest.outside.OutsideBusy if too many are asked at this moment
     */
    SourceAnswer ask(URI address);
}
