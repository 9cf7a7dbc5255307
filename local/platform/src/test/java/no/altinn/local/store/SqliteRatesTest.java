package no.altinn.local.store;

import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RatesContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteRatesTest extends RatesContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected Rates rates() {
        return open.stores().rates();
    }
}
