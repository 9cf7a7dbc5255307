package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.app.StagedApp;
import no.altinn.platform.app.StagedAppContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** The REST app as it is deployed. */
class RestPackageIT extends StagedAppContract {
    private static final String ALL_METHODS = "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS ";

    @Override
    protected Map<String, String> triggers() {
        return Map.of(
                "RestRequest", ALL_METHODS + "api/{*path}",
                "RestSlashes", ALL_METHODS + "{*path:regex(^api/)}",
                "SoapRequest", "GET,POST {*path:regex(External)}",
                "RelayMessages", "cosmosDBTrigger rest/messages of Cosmos with leases",
                "RelayDelegations", "cosmosDBTrigger rest/delegations of Cosmos with leases",
                "RelayTransfers", "cosmosDBTrigger rest/transfers of Cosmos with leases",
                "SweepFiles", "timerTrigger 0 17 * * * *");
    }

    @Test
    void theWorkerFindsThisAppAndNoOther() {
        assertThat(StagedApp.fromBuild().injectors())
                .containsExactly(DeployedRestApp.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RelayMessages", "RelayDelegations", "RelayTransfers"})
    void aBatchOfRecordsIsRetriedUntilItIsTold(String function) {
        JsonNode relay = StagedApp.fromBuild().function(function);

        assertThat(relay.at("/bindings/0/startFromBeginning").asBoolean()).isTrue();
        assertThat(relay.at("/retry/strategy").asText()).isEqualTo("exponentialBackoff");
        assertThat(relay.at("/retry/maxRetryCount").asInt()).isEqualTo(-1);
    }

    @Override
    protected boolean hashesPasswords() {
        return true;
    }
}
