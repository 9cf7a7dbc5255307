package no.altinn.events.azure.cosmos;

import no.altinn.events.signing.KeyRecords;
import no.altinn.events.signing.KeyRecordsContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosKeyRecordsTest extends KeyRecordsContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected KeyRecords records() {
        return cosmos.stores().keyRecords();
    }
}
