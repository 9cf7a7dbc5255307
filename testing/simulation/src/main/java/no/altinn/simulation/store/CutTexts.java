package no.altinn.simulation.store;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.TextBound;

import java.net.URI;

/** Texts that are too long are kept cut, as stores keep those of earlier releases. */
final class CutTexts {
    private CutTexts() {}

    static NewSubscription of(NewSubscription wanted) {
        Filters filters = wanted.filters();
        Filters.Builder cut =
                Filters.onResource(filters.resource()).includeSubunits(filters.includeSubunits());
        filters.source().map(URI::toString).map(TextBound.FILTER::cutUri).ifPresent(cut::source);
        filters.subject().map(TextBound.FILTER::cut).ifPresent(cut::subject);
        filters.alternativeSubject().map(TextBound.FILTER::cut).ifPresent(cut::alternativeSubject);
        filters.type().map(TextBound.FILTER::cut).ifPresent(cut::type);
        filters.conditions().ifPresent(cut::conditions);
        return new NewSubscription(
                wanted.endPoint().map(URI::toString).map(TextBound.END_POINT::cutUri),
                cut.build(),
                wanted.consumer());
    }
}
