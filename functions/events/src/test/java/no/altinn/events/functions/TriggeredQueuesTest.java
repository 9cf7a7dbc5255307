package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.QueueTrigger;

import no.altinn.events.delivery.RetryMessage;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class TriggeredQueuesTest {
    @Test
    void everyQueueThatAFunctionWaitsAtIsListedAndNoOther() {
        List<String> waitedAt =
                Stream.of(TriggerFunctions.class, JobTriggers.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(one -> one.isAnnotationPresent(QueueTrigger.class))
                        .map(TriggeredQueuesTest::queue)
                        .toList();

        assertThat(RetryMessage.QUEUES).containsExactlyInAnyOrderElementsOf(waitedAt);
    }

    private static String queue(Parameter message) {
        return message.getAnnotation(QueueTrigger.class).queueName();
    }
}
