package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.app.StagedApp;
import no.altinn.platform.app.StagedAppContract;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Events app as it is deployed. */
class EventsPackageIT extends StagedAppContract {
    private static final String BASE = " events/api/v1/";

    @Override
    protected Map<String, String> triggers() {
        return Map.ofEntries(
                Map.entry(
                        "UnroutedRequest",
                        "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS {*path:regex(^events/)}"),
                Map.entry("PublishEvent", "POST" + BASE + "events"),
                Map.entry("PublishAppEvent", "POST" + BASE + "app"),
                Map.entry("GetEvents", "GET" + BASE + "events"),
                Map.entry("GetAppEvents", "GET" + BASE + "app/{org}/{app}"),
                Map.entry("GetPartyAppEvents", "GET" + BASE + "app/party"),
                Map.entry("Subscribe", "POST" + BASE + "subscriptions"),
                Map.entry("ListSubscriptions", "GET" + BASE + "subscriptions"),
                Map.entry("GetSubscription", "GET" + BASE + "subscriptions/{id}"),
                Map.entry("RemoveSubscription", "DELETE" + BASE + "subscriptions/{id}"),
                Map.entry("ReceiveEvents", "POST" + BASE + "subscriptions/{id}/receive"),
                Map.entry("AcknowledgeEvents", "POST" + BASE + "subscriptions/{id}/acknowledge"),
                Map.entry("ReleaseEvents", "POST" + BASE + "subscriptions/{id}/release"),
                Map.entry("RejectEvents", "POST" + BASE + "subscriptions/{id}/reject"),
                Map.entry("RenewLocks", "POST" + BASE + "subscriptions/{id}/renew"),
                Map.entry(
                        "MarkSubscriptionValidated", "PUT" + BASE + "subscriptions/validate/{id}"),
                Map.entry("StoreEvent", "POST" + BASE + "storage/events"),
                Map.entry("InboundEvent", "POST" + BASE + "inbound"),
                Map.entry("OutboundEvent", "POST" + BASE + "outbound"),
                Map.entry("PushEvent", "POST" + BASE + "push"),
                Map.entry("LogDelivery", "POST" + BASE + "storage/events/logs"),
                Map.entry("TestWebhookReceiver", "POST" + BASE + "tests/webhookreceiver"),
                Map.entry("Help", "GET" + BASE + "help"),
                Map.entry("HelpFile", "GET" + BASE + "help/{file}"),
                Map.entry("Health", "GET" + BASE + "health"),
                Map.entry("OpenApiDocument", "GET" + BASE + "openapi.json"),
                Map.entry("AsyncApiDocument", "GET" + BASE + "asyncapi.json"),
                Map.entry("RelayEvents", "cosmosDBTrigger events/events of Cosmos with leases"),
                Map.entry("DeliverEvent", "eventGridTrigger"),
                Map.entry("RetryDelivery", "queueTrigger deliveries of Queues"),
                Map.entry("RetryRelay", "queueTrigger relays of Queues"),
                Map.entry("RescueRelay", "queueTrigger relays-poison of Queues"),
                Map.entry("RescueRelease", "queueTrigger probes-poison of Queues"),
                Map.entry("ValidateSubscription", "queueTrigger validations of Queues"),
                Map.entry("EraseEvent", "DELETE" + BASE + "storage/events/{resource}/{id}"),
                Map.entry("GetStatistics", "GET" + BASE + "subscriptions/{id}/statistics"),
                Map.entry("TestSubscription", "POST" + BASE + "subscriptions/{id}/test"),
                Map.entry("PauseSubscription", "POST" + BASE + "subscriptions/{id}/pause"),
                Map.entry("ResumeSubscription", "POST" + BASE + "subscriptions/{id}/resume"),
                Map.entry("LimitSubscription", "PUT" + BASE + "subscriptions/{id}/rate"),
                Map.entry("GetSecret", "GET" + BASE + "subscriptions/{id}/secret"),
                Map.entry("RotateSecret", "POST" + BASE + "subscriptions/{id}/secret/rotate"),
                Map.entry("RetryDeadDeliveries", "POST" + BASE + "subscriptions/{id}/retry"),
                Map.entry("ReplayEvents", "POST" + BASE + "subscriptions/{id}/replay"),
                Map.entry("EraseResponses", "DELETE" + BASE + "subscriptions/{id}/responses"),
                Map.entry("ListJobs", "GET" + BASE + "subscriptions/{id}/jobs"),
                Map.entry("GetJob", "GET" + BASE + "subscriptions/{id}/jobs/{jobId}"),
                Map.entry("CancelJob", "DELETE" + BASE + "subscriptions/{id}/jobs/{jobId}"),
                Map.entry("ListDeliveries", "GET" + BASE + "subscriptions/{id}/deliveries"),
                Map.entry(
                        "GetDelivery", "GET" + BASE + "subscriptions/{id}/deliveries/{deliveryId}"),
                Map.entry(
                        "RetryOneDelivery",
                        "POST" + BASE + "subscriptions/{id}/deliveries/{deliveryId}/retry"),
                Map.entry(
                        "EraseResponsesOfDelivery",
                        "DELETE" + BASE + "subscriptions/{id}/deliveries/{deliveryId}/responses"),
                Map.entry("SigningKeys", "GET" + BASE + "signing-keys/{set}"),
                Map.entry("Portal", "GET events/portal"),
                Map.entry("PortalFile", "GET events/portal/{file}"),
                Map.entry("ProbeEndPoint", "queueTrigger probes of Queues"),
                Map.entry("RunJob", "queueTrigger jobs of Queues"),
                Map.entry("SweepJobs", "timerTrigger 30 * * * * *"),
                Map.entry("RotateDataKeys", "timerTrigger 0 20 2 * * *"),
                Map.entry("SweepDeliveries", "timerTrigger 0 * * * * *"));
    }

    @Test
    void everyFunctionIsDisabledInOneOfTheTwoSites() throws IOException {
        JsonNode sites =
                Json.parse(Files.readString(Path.of("../../infra-bicep/events-functions.json")));

        assertThat(
                        Stream.of("api", "worker")
                                .flatMap(
                                        site ->
                                                StreamSupport.stream(
                                                        sites.path(site).spliterator(), false))
                                .map(JsonNode::textValue))
                .containsExactlyInAnyOrderElementsOf(triggers().keySet());
    }

    @Test
    void theWorkerFindsThisAppAndNoOther() {
        assertThat(StagedApp.fromBuild().injectors())
                .containsExactly(DeployedEventsApp.class.getName());
    }

    @Test
    void theDatabaseIsReachedThroughTlsOfTheMachineItRunsOn() {
        assertThat(StagedApp.fromBuild().libraries())
                .anyMatch(
                        library ->
                                library.toString()
                                        .matches(
                                                ".*/netty-tcnative-boringssl-static-.*-linux-x86_64\\.jar"))
                .noneMatch(library -> library.toString().contains("netty-transport-native-epoll"));
    }

    @Test
    void aBatchOfStoredEventsIsRetriedUntilItIsRelayed() {
        JsonNode relay = StagedApp.fromBuild().function("RelayEvents");

        assertThat(relay.at("/bindings/0/startFromBeginning").asBoolean()).isTrue();
        assertThat(relay.at("/retry/strategy").asText()).isEqualTo("exponentialBackoff");
        assertThat(relay.at("/retry/maxRetryCount").asInt()).isEqualTo(-1);
        assertThat(relay.at("/bindings/0/feedPollDelay").asInt()).isEqualTo(500);
        assertThat(relay.at("/bindings/0/maxItemsPerInvocation").asInt()).isEqualTo(100);
    }
}
