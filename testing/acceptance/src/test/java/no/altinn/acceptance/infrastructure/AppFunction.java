package no.altinn.acceptance.infrastructure;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function of an app, as its annotations declare it. Immutable.
 *
 * @param app the app's package below {@code no.altinn}, such as {@code events}
 * @param name the function's name in Azure
 * @param trigger the annotation of its trigger
 */
record AppFunction(String app, String name, Annotation trigger) {
    private static final Set<Class<? extends Annotation>> TRIGGERS =
            Set.of(
                    HttpTrigger.class,
                    EventGridTrigger.class,
                    QueueTrigger.class,
                    CosmosDBTrigger.class,
                    TimerTrigger.class);

    private static final List<AppFunction> ALL =
            Stream.of("events", "authentication", "rest").flatMap(AppFunction::scan).toList();

    /** The functions of all apps. */
    static List<AppFunction> all() {
        return ALL;
    }

    /** The functions of an app. */
    static List<AppFunction> of(String app) {
        return ALL.stream().filter(one -> one.app().equals(app)).toList();
    }

    /** Whether it scales with the other functions that are called by HTTP, as Event Grid does. */
    boolean isOfGroupHttp() {
        return trigger instanceof HttpTrigger || trigger instanceof EventGridTrigger;
    }

    /** The setting with which its connection begins. */
    Optional<String> connection() {
        if (trigger instanceof QueueTrigger queue) {
            return Optional.of(queue.connection());
        }
        return trigger instanceof CosmosDBTrigger feed
                ? Optional.of(feed.connection())
                : Optional.empty();
    }

    private static Stream<AppFunction> scan(String app) {
        try (ScanResult scan =
                new ClassGraph()
                        .acceptPackages("no.altinn." + app + ".functions")
                        .enableAnnotationInfo()
                        .enableMethodInfo()
                        .scan()) {
            return scan.getClassesWithMethodAnnotation(FunctionName.class).loadClasses().stream()
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(FunctionName.class))
                    .map(method -> declared(app, method));
        }
    }

    private static AppFunction declared(String app, Method method) {
        return new AppFunction(
                app,
                method.getAnnotation(FunctionName.class).value(),
                Arrays.stream(method.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .filter(one -> TRIGGERS.contains(one.annotationType()))
                        .findFirst()
                        .orElseThrow());
    }
}
