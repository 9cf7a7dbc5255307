package no.altinn.local.host;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the trigger annotations of a function's parameters. Immutable. */
record TriggerAnnotations(BindingExpressions expressions) {
    private static final List<Class<? extends Annotation>> TRIGGERS =
            List.of(
                    HttpTrigger.class,
                    CosmosDBTrigger.class,
                    EventGridTrigger.class,
                    QueueTrigger.class,
                    TimerTrigger.class);

    /** Whether the parameter carries a trigger. */
    static boolean isTrigger(Parameter parameter) {
        return TRIGGERS.stream().anyMatch(parameter::isAnnotationPresent);
    }

    /**
     * The one trigger of a function.
     *
     * @throws IllegalArgumentException if it has no trigger or several, or a setting is missing
     */
    Trigger of(String function, Method method) {
        List<Parameter> triggers =
                Arrays.stream(method.getParameters())
                        .filter(TriggerAnnotations::isTrigger)
                        .toList();
        if (triggers.size() != 1) {
            throw new IllegalArgumentException(
                    "it needs one parameter with an HTTP, Cosmos DB, Event Grid, queue or timer"
                            + " trigger and has "
                            + triggers.size());
        }
        return Arrays.stream(triggers.get(0).getAnnotations())
                .filter(annotation -> TRIGGERS.contains(annotation.annotationType()))
                .map(annotation -> trigger(function, annotation))
                .findFirst()
                .orElseThrow();
    }

    private Trigger trigger(String function, Annotation annotation) {
        if (annotation instanceof HttpTrigger http) {
            String route = http.route().isEmpty() ? function : http.route();
            return new Trigger.Http(
                    route, Set.copyOf(Arrays.asList(http.methods())), http.authLevel());
        }
        if (annotation instanceof CosmosDBTrigger feed) {
            return new Trigger.CosmosDb(
                    expressions.resolve(feed.databaseName()),
                    expressions.resolve(feed.containerName()),
                    expressions.resolve(feed.leaseContainerName()),
                    feed.maxItemsPerInvocation() > 0
                            ? feed.maxItemsPerInvocation()
                            : Trigger.DEFAULT_MAX_ITEMS);
        }
        if (annotation instanceof QueueTrigger queue) {
            return new Trigger.Queue(expressions.resolve(queue.queueName()), queue.connection());
        }
        if (annotation instanceof TimerTrigger timer) {
            return new Trigger.Timer(expressions.resolve(timer.schedule()));
        }
        return new Trigger.EventGrid();
    }
}
