package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class FunctionInvokerTest {
    private final LoopHealth health = new LoopHealth(Clock.systemUTC());

    private FunctionInvoker invoker(TriggerFunctions.Step step) {
        return new FunctionInvoker(new Instances(new TriggerFunctions(step)), health);
    }

    @Test
    void theFunctionGetsThePayloadAndReturnsNothing() {
        List<String> payloads = new ArrayList<>();
        assertThat(
                        invoker((payload, values) -> payloads.add(payload))
                                .invoke(
                                        SampleApp.function("Event"),
                                        InvocationRequest.of("{}", BindingValues.none())))
                .isEmpty();
        assertThat(payloads).containsExactly("{}");
    }

    @Test
    void anErrorFailsTheInvocationLikeAnException() {
        FunctionInvoker invoker =
                invoker(
                        (payload, values) -> {
                            throw new StackOverflowError();
                        });
        HostedFunction event = SampleApp.function("Event");
        InvocationRequest request = InvocationRequest.of("{}", BindingValues.none());
        assertThatThrownBy(() -> invoker.invoke(event, request))
                .isInstanceOf(FunctionFailed.class)
                .hasCauseInstanceOf(StackOverflowError.class)
                .hasMessage("Exception while executing function: Event");
    }

    @Test
    void aMissingBindingNameFailsTheInvocation() {
        FunctionInvoker invoker = invoker((payload, values) -> {});
        HostedFunction tick = SampleApp.function("Tick");
        InvocationRequest request = InvocationRequest.of("{}", BindingValues.none());
        assertThatThrownBy(() -> invoker.invoke(tick, request))
                .isInstanceOf(FunctionFailed.class)
                .rootCause()
                .hasMessage("Cannot find matched @BindingName TimerTrigger");
    }

    @Test
    void aBindingNameThatIsNoNumberFailsTheInvocation() {
        FunctionInvoker invoker = invoker((payload, values) -> {});
        HostedFunction message = SampleApp.function("Message");
        InvocationRequest request =
                InvocationRequest.of(
                        "",
                        BindingValues.of(
                                Map.of("Id", "1", "PopReceipt", "2", "DequeueCount", "many")));
        assertThatThrownBy(() -> invoker.invoke(message, request))
                .hasRootCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void anAppThatCannotMakeItsInstanceFailsTheInvocation() {
        FunctionInstanceInjector broken =
                new FunctionInstanceInjector() {
                    @Override
                    public <T> T getInstance(Class<T> type) {
                        throw new IllegalStateException("Cosmos__Database is missing");
                    }
                };
        HostedFunction event = SampleApp.function("Event");
        InvocationRequest request = InvocationRequest.of("{}", BindingValues.none());
        assertThatThrownBy(() -> new FunctionInvoker(broken, health).invoke(event, request))
                .isInstanceOf(FunctionFailed.class)
                .rootCause()
                .hasMessage("Cosmos__Database is missing");
    }
}
