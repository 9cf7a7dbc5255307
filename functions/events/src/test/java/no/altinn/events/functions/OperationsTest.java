package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators are told of is what the app does, by the names that it does it under. */
class OperationsTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");

    private static Set<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(INFRASTRUCTURE.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Every function that nothing but a trigger fires. */
    private static Stream<Method> triggers() {
        return Stream.of(TriggerFunctions.class, JobTriggers.class, KeyFunctions.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FunctionName.class));
    }

    @Test
    void everyTriggerIsWatched() throws IOException {
        Set<String> functions =
                triggers()
                        .map(method -> method.getAnnotation(FunctionName.class).value())
                        .collect(Collectors.toSet());

        assertThat(found("modules/alerts.bicep", "(?<=OperationName in \\(\"RelayEvents\")[^)]+"))
                .singleElement()
                .satisfies(
                        names ->
                                assertThat(
                                                Pattern.compile("\\w+")
                                                        .matcher("RelayEvents " + names)
                                                        .results()
                                                        .map(MatchResult::group))
                                        .containsExactlyInAnyOrderElementsOf(functions));
    }

    @Test
    void aLostInstancesLeaseIsTakenOverWithinHalfAMinute() {
        assertThat(
                        triggers()
                                .flatMap(method -> Arrays.stream(method.getParameters()))
                                .map(parameter -> parameter.getAnnotation(CosmosDBTrigger.class))
                                .filter(Objects::nonNull))
                .singleElement()
                .satisfies(
                        feed -> {
                            // Milliseconds. The holder dies just after it has renewed the lease,
                            // and the other instances have just looked.
                            assertThat(feed.leaseExpirationInterval() + feed.leaseAcquireInterval())
                                    .isLessThanOrEqualTo(30_000);
                            // Two renewals may fail before the lease is lost to another instance.
                            assertThat(3 * feed.leaseRenewInterval())
                                    .isLessThan(feed.leaseExpirationInterval());
                        });
    }

    @Test
    void everyQueueIsDeployedWithTheOneForWhatItGivesUp() throws IOException {
        Set<String> queues = found("main.bicep", "(?<=queues: \\[)[^\\]]+");
        Set<String> deployed =
                queues.stream()
                        .flatMap(names -> Arrays.stream(names.replace("'", "").split(", ")))
                        .collect(Collectors.toSet());

        assertThat(deployed).containsAll(triggers().flatMap(OperationsTest::queue).toList());
        assertThat(deployed)
                .filteredOn(name -> !name.endsWith("-poison"))
                .allMatch(name -> deployed.contains(name + "-poison"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at21", "at22", "at23", "at24", "yt01", "tt02", "prod", "example"})
    void whoForgetsToSayWhoIsToldOfAlertsDeploysNothing(String environment) throws IOException {
        // With a default a shell without the variable would take the receiver away, silently.
        assertThat(found("parameters/" + environment + ".bicepparam", "(?<=alertEmail = ).+"))
                .containsExactly("readEnvironmentVariable('ALERT_EMAIL')");
    }

    @Test
    void theHostIsMadeToStartAJvmWhoseAgentKnowsItsSettings() throws IOException {
        assertThat(found("modules/function-app.bicep", "(?m)(?<=^  languageWorkers__java__).+"))
                .containsExactly("arguments: javaOptions");
    }

    private static Stream<String> queue(Method function) {
        return Arrays.stream(function.getParameters())
                .map(parameter -> parameter.getAnnotation(QueueTrigger.class))
                .filter(Objects::nonNull)
                .map(QueueTrigger::queueName);
    }
}
