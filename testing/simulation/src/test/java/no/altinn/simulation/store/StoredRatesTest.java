package no.altinn.simulation.store;

import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RatesContract;

class StoredRatesTest extends RatesContract {
    private final Rates rates = OneAtATime.port(Rates.class, new StoredRates());

    @Override
    protected Rates rates() {
        return rates;
    }
}
