package no.altinn.local.host.sample;

import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FixedDelayRetry;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import java.util.List;

/** Functions of every other trigger, which hand what they get to a test. */
public final class TriggerFunctions {
    /** What a test makes of a payload and the values that were bound beside it. */
    @FunctionalInterface
    public interface Step {
        void take(String payload, List<Object> values) throws Exception;
    }

    private final Step step;

    public TriggerFunctions(Step step) {
        this.step = step;
    }

    @FunctionName("Change")
    public void change(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "%DATABASE%",
                            containerName = "items",
                            leaseContainerName = "leases",
                            connection = "Cosmos",
                            maxItemsPerInvocation = 3)
                    String documents)
            throws Exception {
        step.take(documents, List.of());
    }

    @FunctionName("ChangeWithBackoff")
    @ExponentialBackoffRetry(
            maxRetryCount = -1,
            minimumInterval = "00:00:00.001",
            maximumInterval = "00:00:00.010")
    public void changeWithBackoff(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "db",
                            containerName = "items",
                            connection = "Cosmos")
                    String documents)
            throws Exception {
        step.take(documents, List.of());
    }

    @FunctionName("ChangeTwice")
    @FixedDelayRetry(maxRetryCount = 1, delayInterval = "00:00:00")
    public void changeTwice(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "db",
                            containerName = "items",
                            connection = "Cosmos")
                    String documents)
            throws Exception {
        step.take(documents, List.of());
    }

    @FunctionName("Event")
    public void event(@EventGridTrigger(name = "event") String event) throws Exception {
        step.take(event, List.of());
    }

    @FunctionName("Message")
    public void message(
            @QueueTrigger(name = "message", queueName = "%QUEUE%", connection = "Queues")
                    String message,
            @BindingName("Id") String id,
            @BindingName("PopReceipt") String popReceipt,
            @BindingName("DequeueCount") long dequeueCount,
            @BindingName("InsertionTime") String insertionTime,
            @BindingName("ExpirationTime") String expirationTime,
            @BindingName("NextVisibleTime") String nextVisibleTime,
            @BindingName("QueueTrigger") String text)
            throws Exception {
        step.take(
                message,
                List.of(
                        id,
                        popReceipt,
                        dequeueCount,
                        insertionTime,
                        expirationTime,
                        nextVisibleTime,
                        text));
    }

    @FunctionName("Tick")
    public void tick(
            @TimerTrigger(name = "timer", schedule = "%SCHEDULE%") String timer,
            @BindingName("TimerTrigger") String time)
            throws Exception {
        step.take(timer, List.of(time));
    }
}
