package no.altinn.local.host.apps.orders;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import java.util.Optional;
import java.util.function.Consumer;

/** A tiny app with a function of every trigger. */
public final class OrderFunctions {
    private final Consumer<String> fired;

    public OrderFunctions(Consumer<String> fired) {
        this.fired = fired;
    }

    @FunctionName("Read")
    public HttpResponseMessage read(
            @HttpTrigger(name = "request", methods = HttpMethod.GET, route = "orders/{id}")
                    HttpRequestMessage<Optional<String>> request) {
        return request.createResponseBuilder(HttpStatus.OK).body("orders").build();
    }

    @FunctionName("Handle")
    public void handle(
            @QueueTrigger(name = "message", queueName = "orders-work", connection = "Queues")
                    String message) {
        fired.accept("message " + message);
    }

    @FunctionName("Follow")
    public void follow(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "tiny",
                            containerName = "items",
                            connection = "Cosmos")
                    String documents) {
        fired.accept("documents " + documents);
    }

    @FunctionName("Notice")
    public void notice(@EventGridTrigger(name = "event") String event) {
        fired.accept("event " + event);
    }

    @FunctionName("Tick")
    public void tick(@TimerTrigger(name = "timer", schedule = "* * * * * *") String timer) {
        fired.accept("tick");
    }
}
