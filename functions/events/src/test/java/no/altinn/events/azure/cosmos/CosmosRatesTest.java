package no.altinn.events.azure.cosmos;

import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RatesContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosRatesTest extends RatesContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected Rates rates() {
        return cosmos.stores().rates();
    }
}
