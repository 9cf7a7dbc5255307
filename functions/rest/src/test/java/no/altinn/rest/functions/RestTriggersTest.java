package no.altinn.rest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The host's settings and the alerts fit the triggers. */
class RestTriggersTest {
    private static final Path ALERTS = Path.of("../../infra-bicep/modules/alerts.bicep");

    private static Stream<Method> triggers() {
        return Stream.of(RelayFunctions.class, UpkeepFunctions.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FunctionName.class));
    }

    @Test
    void everyTriggerIsWatched() throws IOException {
        String watched =
                Pattern.compile("OperationName in \\((\"RelayMessages\"[^)]+)\\)")
                        .matcher(Files.readString(ALERTS))
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElseThrow();

        assertThat(Pattern.compile("\\w+").matcher(watched).results().map(MatchResult::group))
                .containsExactlyInAnyOrderElementsOf(
                        triggers()
                                .map(method -> method.getAnnotation(FunctionName.class).value())
                                .toList());
    }

    @Test
    void aLostInstancesLeasesAreTakenOverWithinHalfAMinute() {
        assertThat(
                        triggers()
                                .flatMap(method -> Arrays.stream(method.getParameters()))
                                .map(parameter -> parameter.getAnnotation(CosmosDBTrigger.class))
                                .filter(Objects::nonNull))
                .hasSize(3)
                .allSatisfy(
                        feed -> {
                            // Milliseconds. The holder dies just after it has renewed the lease,
                            // and the other instances have just looked.
                            assertThat(feed.leaseExpirationInterval() + feed.leaseAcquireInterval())
                                    .isLessThanOrEqualTo(30_000);
                            assertThat(3 * feed.leaseRenewInterval())
                                    .isLessThan(feed.leaseExpirationInterval());
                        });
    }
}
