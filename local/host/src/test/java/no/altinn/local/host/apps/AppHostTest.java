package no.altinn.local.host.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.InvalidFunctions;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.apps.orders.OrderFunctions;
import no.altinn.local.host.apps.rival.RivalFunctions;
import no.altinn.local.host.apps.stock.StockFunctions;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.eventgrid.EventGrid;
import no.altinn.local.host.http.CallTime;
import no.altinn.local.host.http.LocalServer;
import no.altinn.local.host.sample.Instances;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

final class AppHostTest {
    private static final String PACKAGE = AppHostTest.class.getPackageName();
    private static final Clock CLOCK = Clock.systemUTC();

    private final Queue<String> ordersFired = new ConcurrentLinkedQueue<>();
    private final Queue<String> stockFired = new ConcurrentLinkedQueue<>();
    private final HostedApp orders = app("orders", "orders", new OrderFunctions(ordersFired::add));
    private final HostedApp stock = app("stock", "stock", new StockFunctions(stockFired::add));
    private final HostedApp rival = app("rival", "rival", new RivalFunctions());
    private final MemorySources sources = new MemorySources("orders-work", "stock-work");
    private final EventGrid eventGrid = new EventGrid();

    private static HostedApp app(String name, String folder, Object functions) {
        return new HostedApp(
                name, PACKAGE + "." + folder, new Instances(functions), CallTime.WITH_BODY);
    }

    private static AppHost load(HostedApp... apps) {
        return AppHost.load(List.of(apps), name -> Optional.empty(), new LoopHealth(CLOCK));
    }

    private AppTriggers start() {
        return load(orders, stock).startTriggers(sources, eventGrid, CLOCK);
    }

    /** The two orders' functions that are used below, disabled by such a setting. */
    private AppHost without(String name, String setting, String value) {
        return AppHost.load(
                List.of(orders),
                asked -> Optional.of(value).filter(v -> asked.equals(setting.formatted(name))),
                new LoopHealth(CLOCK));
    }

    @ParameterizedTest
    @CsvSource({
        "AzureWebJobs.%s.Disabled, true",
        "AzureWebJobs.%s.Disabled, 1",
        "AzureWebJobs_%s_Disabled, True"
    })
    void aFunctionThatASettingDisablesNeitherAnswersNorIsFired(String setting, String value)
            throws Exception {
        try (LocalServer server = LocalServer.bind("127.0.0.1", 0)) {
            server.start(without("Read", setting, value).handler());
            assertThat(status(server)).isEqualTo(404);
        }
        AppHost host = without("Handle", setting, value);
        try (AppTriggers triggers = host.startTriggers(sources, eventGrid, CLOCK)) {
            sources.send("orders-work", "a");
            await().until(() -> ordersFired.contains("tick"));
            assertThat(triggers).isNotNull();
            assertThat(ordersFired).doesNotContain("message a");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AzureWebJobs.%s.Disabled, false",
        "AzureWebJobs.%s.Disabled, yes",
        "AzureWebJobs__%s__Disabled, true"
    })
    void aFunctionThatNoSettingDisablesRuns(String setting, String value) throws Exception {
        try (LocalServer server = LocalServer.bind("127.0.0.1", 0)) {
            server.start(without("Read", setting, value).handler());
            assertThat(status(server)).isEqualTo(200);
        }
    }

    private static int status(LocalServer server) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.base().resolve("orders/1")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void theHttpFunctionsOfEveryAppAreServed() throws Exception {
        try (LocalServer server = LocalServer.bind("127.0.0.1", 0)) {
            server.start(load(orders, stock).handler());
            for (String app : List.of("orders", "stock")) {
                HttpResponse<String> answer =
                        HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(server.base().resolve(app + "/1"))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo(app);
            }
        }
    }

    @Test
    void everyFunctionOfEveryAppCounts() {
        assertThat(load(orders, stock).functions()).isEqualTo(10);
    }

    @Test
    void aMessageFiresTheFunctionOfTheAppThatOwnsTheQueue() {
        try (AppTriggers triggers = start()) {
            sources.send("orders-work", "a");
            sources.send("stock-work", "b");
            await().until(() -> ordersFired.contains("message a"));
            await().until(() -> stockFired.contains("message b"));
            assertThat(triggers).isNotNull();
            assertThat(ordersFired).doesNotContain("message b");
            assertThat(stockFired).doesNotContain("message a");
        }
    }

    @Test
    void functionsOfTheSameNameInTwoAppsEachReadTheWholeChangeFeed() {
        try (AppTriggers triggers = start()) {
            sources.change("{\"id\":1}");
            await().until(() -> ordersFired.contains("documents [{\"id\":1}]"));
            await().until(() -> stockFired.contains("documents [{\"id\":1}]"));
            assertThat(triggers).isNotNull();
            for (String app : List.of("orders", "stock")) {
                await().until(() -> sources.reachedBy(new ChangeFeedConsumer(app, "Follow")) == 1);
            }
        }
    }

    @Test
    void anEventFiresTheFunctionsOfTheAppWhoseTopicItWasPublishedTo() {
        try (AppTriggers triggers = start()) {
            assertThat(eventGrid.topic("stock").publish("lane", "{}")).isTrue();
            await().until(() -> stockFired.contains("event {}"));
            assertThat(triggers).isNotNull();
            assertThat(ordersFired).doesNotContain("event {}");
        }
    }

    @Test
    void theTimersOfEveryAppRun() {
        try (AppTriggers triggers = start()) {
            await().until(() -> ordersFired.contains("tick") && stockFired.contains("tick"));
            assertThat(triggers).isNotNull();
        }
    }

    @Test
    void nothingIsFiredAfterTheTriggersAreClosed() {
        start().close();
        ordersFired.clear();
        sources.send("orders-work", "late");
        assertThat(eventGrid.topic("orders").publish("lane", "{}")).isFalse();
        assertThat(ordersFired).isEmpty();
    }

    @Test
    void aQueueThatNoSourceHasIsAStartErrorThatNamesTheFunction() {
        AppHost host = load(orders, stock);
        MemorySources some = new MemorySources("orders-work");
        assertThatExceptionOfType(MissingSources.class)
                .isThrownBy(() -> host.startTriggers(some, eventGrid, CLOCK))
                .withMessageContaining("Handle of stock: there is no queue stock-work")
                .withMessageNotContaining("orders-work");
        assertThat(ordersFired).isEmpty();
    }

    @Test
    void aRouteThatTwoAppsClaimIsAStartErrorThatNamesBoth() {
        assertThatExceptionOfType(InvalidFunctions.class)
                .isThrownBy(() -> load(orders, rival))
                .withMessageContaining(
                        "Take of rival: its route and a method of it are those of Read of orders");
    }

    @Test
    void aQueueThatTwoAppsClaimIsAStartErrorThatNamesBoth() {
        assertThatExceptionOfType(InvalidFunctions.class)
                .isThrownBy(() -> load(orders, rival))
                .withMessageContaining("Steal of rival: its queue is that of Handle of orders");
    }

    @Test
    void twoAppsOfTheSameNameAreAStartError() {
        HostedApp second = app("orders", "stock", new StockFunctions(stockFired::add));
        assertThatExceptionOfType(InvalidFunctions.class)
                .isThrownBy(() -> load(orders, second))
                .withMessageContaining("orders: more than one app has this name");
    }

    @Test
    void aNameThatOthersCouldTakeForSomethingElseIsRefused() {
        for (String name : List.of("", "Orders", "two words", "a.b", "1st", "a".repeat(33))) {
            assertThatThrownBy(() -> app(name, "orders", new Object()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
    }
}
