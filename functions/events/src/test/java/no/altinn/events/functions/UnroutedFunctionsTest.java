package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

class UnroutedFunctionsTest {
    private static final String NAME = "UnroutedRequest";

    private static Stream<String> httpFunctions() {
        return Stream.of(
                        DiagnosticFunctions.class,
                        HelpFunctions.class,
                        DocumentFunctions.class,
                        PlatformFunctions.class,
                        PortalFunctions.class,
                        PublishFunctions.class,
                        ReadFunctions.class,
                        SubscriptionFunctions.class,
                        UnroutedFunctions.class)
                .flatMap(functions -> Arrays.stream(functions.getDeclaredMethods()))
                .filter(UnroutedFunctionsTest::isTriggeredByHttp)
                .map(method -> method.getAnnotation(FunctionName.class).value());
    }

    private static boolean isTriggeredByHttp(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(HttpTrigger.class));
    }

    @Test
    void theHostTriesTheCatchAllAfterEveryOtherFunction() {
        assertThat(httpFunctions())
                .contains(NAME, "Subscribe", "TestWebhookReceiver")
                .allSatisfy(name -> assertThat(name.compareToIgnoreCase(NAME)).isNotPositive());
    }
}
