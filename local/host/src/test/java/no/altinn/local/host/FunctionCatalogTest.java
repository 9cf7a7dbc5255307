package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import no.altinn.local.host.sample.HttpFunctions;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class FunctionCatalogTest {
    private static void assertRefused(Class<?> type, String reason) {
        assertThatThrownBy(() -> FunctionCatalog.of(name -> Optional.empty(), List.of(type)))
                .isInstanceOf(InvalidFunctions.class)
                .hasMessageContaining(reason);
    }

    @Test
    void functionsAreFoundByTheirAnnotationsAndSortedByNameWithoutCase() {
        assertThat(SampleApp.catalog().functions())
                .extracting(HostedFunction::name)
                .containsExactly(
                        "AaaFirst",
                        "aabSecond",
                        "Change",
                        "ChangeTwice",
                        "ChangeWithBackoff",
                        "Event",
                        "Message",
                        "Named",
                        "Nothing",
                        "Number",
                        "Silent",
                        "Tick",
                        "Told",
                        "Unrouted");
    }

    @Test
    void anHttpTriggerKeepsItsRouteMethodsAndLevel() {
        assertThat(SampleApp.function("Told").trigger())
                .isEqualTo(
                        new Trigger.Http(
                                "told/{*rest}",
                                Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD),
                                AuthorizationLevel.ANONYMOUS));
    }

    @Test
    void theRouteOfAFunctionThatNamesNoneIsItsName() {
        assertThat(SampleApp.function("Unrouted").trigger(Trigger.Http.class).route())
                .isEqualTo("Unrouted");
    }

    @Test
    void settingsAreFilledIntoBindings() {
        assertThat(SampleApp.function("Change").trigger())
                .isEqualTo(new Trigger.CosmosDb("db", "items", "leases", 3));
        assertThat(SampleApp.function("Message").trigger())
                .isEqualTo(new Trigger.Queue("messages", "Queues"));
        assertThat(SampleApp.function("Tick").trigger())
                .isEqualTo(new Trigger.Timer("0 */5 * * * *"));
    }

    @Test
    void aMissingSettingIsNamedForEveryFunctionAtOnce() {
        assertThatThrownBy(
                        () ->
                                FunctionCatalog.of(
                                        name -> Optional.empty(), List.of(TriggerFunctions.class)))
                .isInstanceOf(InvalidFunctions.class)
                .hasMessageContaining("Change: the setting DATABASE, which a binding names")
                .hasMessageContaining("Message: the setting QUEUE, which a binding names")
                .hasMessageContaining("Tick: the setting SCHEDULE, which a binding names");
    }

    @Test
    void aHundredDocumentsAreTheMostWhereTheTriggerDoesNotSay() {
        assertThat(
                        SampleApp.function("ChangeWithBackoff")
                                .trigger(Trigger.CosmosDb.class)
                                .maxItems())
                .isEqualTo(100);
    }

    @Test
    void retryPoliciesAreReadFromTheirAnnotations() {
        assertThat(SampleApp.function("ChangeWithBackoff").retry())
                .contains(new RetryPolicy(-1, Duration.ofMillis(1), Duration.ofMillis(10)));
        assertThat(SampleApp.function("ChangeTwice").retry())
                .contains(new RetryPolicy(1, Duration.ZERO, Duration.ZERO));
        assertThat(SampleApp.function("Change").retry()).isEmpty();
    }

    @Test
    void functionsCanBeListedByTrigger() {
        assertThat(SampleApp.catalog().firedBy(Trigger.CosmosDb.class))
                .extracting(HostedFunction::name)
                .containsExactly("Change", "ChangeTwice", "ChangeWithBackoff");
    }

    @Test
    void aFunctionToldToHaveAnotherTriggerSaysWhichItHas() {
        HostedFunction event = SampleApp.function("Event");
        assertThatThrownBy(() -> event.trigger(Trigger.Timer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Event is fired by EventGrid, not by Timer");
    }

    public static final class Nested {
        @FunctionName("Nested")
        public void run(@EventGridTrigger(name = "e") String event) {}
    }

    @Test
    void aNestedClassIsRefusedBecauseTheWorkerDoesNotFindIt() {
        assertRefused(Nested.class, "is nested, and the worker finds no nested class");
    }

    public static final class Overloaded {
        @FunctionName("Overloaded")
        public void run(@EventGridTrigger(name = "e") String event) {}

        public void run() {}
    }

    @Test
    void anOverloadedMethodIsRefused() {
        assertRefused(Overloaded.class, "Found more than one function with method name run");
    }

    public static final class Hidden {
        @FunctionName("Hidden")
        void run(@EventGridTrigger(name = "e") String event) {}
    }

    @Test
    void aMethodThatIsNotPublicIsRefused() {
        assertRefused(Hidden.class, "Hidden: its method must be public, in a public class");
    }

    public static final class Misnamed {
        @FunctionName("1-one")
        public void run(@EventGridTrigger(name = "e") String event) {}
    }

    @Test
    void aNameThatBeginsWithADigitIsRefused() {
        assertRefused(Misnamed.class, "1-one: its name must begin with a letter");
    }

    public static final class Untriggered {
        @FunctionName("Untriggered")
        public void run(@BindingName("x") String x) {}
    }

    @Test
    void aFunctionWithoutATriggerIsRefused() {
        assertRefused(Untriggered.class, "Untriggered: it needs one parameter with");
    }

    public static final class Twice {
        @FunctionName("Twice")
        public void run(
                @EventGridTrigger(name = "e") String event,
                @QueueTrigger(name = "q", queueName = "q", connection = "c") String message) {}
    }

    @Test
    void aFunctionWithTwoTriggersIsRefused() {
        assertRefused(Twice.class, "timer trigger and has 2");
    }

    public static final class Output {
        @FunctionName("Output")
        public void run(@EventGridTrigger(name = "e") String event, OutputBinding<String> output) {}
    }

    @Test
    void aParameterThatNothingBindsIsRefused() {
        assertRefused(Output.class, "is neither trigger, @BindingName nor ExecutionContext");
    }

    public static final class DirectText {
        @FunctionName("DirectText")
        public void run(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "r") String body) {}
    }

    @Test
    void anHttpBodyBoundAsPlainTextIsRefusedBecauseItWouldAlwaysFail() {
        assertRefused(DirectText.class, "must be HttpRequestMessage<Optional<String>>");
    }

    public static final class Binary {
        @FunctionName("Binary")
        public void run(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "r")
                        HttpRequestMessage<Optional<byte[]>> request) {}
    }

    @Test
    void anHttpBodyBoundAsBytesIsRefused() {
        assertRefused(Binary.class, "must be HttpRequestMessage<Optional<String>>");
    }

    public static final class Batch {
        @FunctionName("Batch")
        public void run(@EventGridTrigger(name = "e") List<String> events) {}
    }

    @Test
    void anotherTriggersPayloadThatIsNotTextIsRefused() {
        assertRefused(Batch.class, "must be String");
    }

    public static final class OddBinding {
        @FunctionName("OddBinding")
        public void run(
                @EventGridTrigger(name = "e") String event, @BindingName("x") Optional<String> x) {}
    }

    @Test
    void anOptionalBindingNameIsRefusedBecauseTheWorkerFailsWithIt() {
        assertRefused(OddBinding.class, "@BindingName cannot bind Optional");
    }

    public static final class OddReturn {
        @FunctionName("OddReturn")
        public String run(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "r")
                        HttpRequestMessage<Optional<String>> request) {
            return "";
        }
    }

    @Test
    void anHttpFunctionThatReturnsTextIsRefusedBecauseTheHostWouldReadItAsAnAnswer() {
        assertRefused(OddReturn.class, "it must return HttpResponseMessage or nothing");
    }

    public static final class BadRoutes {
        private static HttpResponseMessage none() {
            throw new IllegalStateException("never called");
        }

        @FunctionName("Slash")
        public HttpResponseMessage slash(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "/slash")
                        HttpRequestMessage<Optional<String>> request) {
            return none();
        }

        @FunctionName("Admin")
        public HttpResponseMessage admin(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "Admin/x")
                        HttpRequestMessage<Optional<String>> request) {
            return none();
        }

        @FunctionName("Runtime")
        public HttpResponseMessage runtime(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "runtime")
                        HttpRequestMessage<Optional<String>> request) {
            return none();
        }

        @FunctionName("Template")
        public HttpResponseMessage template(
                @HttpTrigger(name = "r", methods = HttpMethod.GET, route = "{x:even}")
                        HttpRequestMessage<Optional<String>> request) {
            return none();
        }
    }

    @Test
    void aRouteThatTheHostRefusesIsRefused() {
        assertRefused(BadRoutes.class, "Slash: its route must not begin with a slash");
        assertRefused(BadRoutes.class, "Admin: its route begins with a word that the host");
        assertRefused(BadRoutes.class, "Runtime: its route begins with a word that the host");
        assertRefused(BadRoutes.class, "Template: \"even\" is no route constraint");
    }

    @Test
    void twoFunctionsOfOneNameAreRefused() {
        assertThatThrownBy(
                        () ->
                                FunctionCatalog.of(
                                        name -> Optional.of("0 * * * * *"),
                                        List.of(TriggerFunctions.class, TriggerFunctions.class)))
                .isInstanceOf(InvalidFunctions.class)
                .hasMessageContaining("change: more than one function has this name");
    }

    @Test
    void twoFunctionsOfOneRouteAndMethodAreRefused() {
        assertThatThrownBy(
                        () ->
                                FunctionCatalog.of(
                                        name -> Optional.empty(),
                                        List.of(HttpFunctions.class, HttpFunctions.class)))
                .isInstanceOf(InvalidFunctions.class)
                .hasMessageContaining("Told: its route and a method of it are those of Told");
    }
}
