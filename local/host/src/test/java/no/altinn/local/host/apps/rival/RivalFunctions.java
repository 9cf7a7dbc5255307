package no.altinn.local.host.apps.rival;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import java.util.Optional;

/** An app that claims a route and a queue of the first. */
public final class RivalFunctions {
    @FunctionName("Take")
    public HttpResponseMessage take(
            @HttpTrigger(
                            name = "request",
                            methods = {HttpMethod.GET, HttpMethod.POST},
                            route = "Orders/{number}")
                    HttpRequestMessage<Optional<String>> request) {
        return request.createResponseBuilder(HttpStatus.OK).build();
    }

    @FunctionName("Steal")
    public void steal(
            @QueueTrigger(name = "message", queueName = "orders-work", connection = "Queues")
                    String message) {}
}
