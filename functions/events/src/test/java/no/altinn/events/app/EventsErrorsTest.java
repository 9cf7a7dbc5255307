package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventTooLarge;
import no.altinn.events.event.InvalidCursor;
import no.altinn.events.publish.RegisterAppEvent;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.register.RegisterUnavailable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.UUID;

class EventsErrorsTest {
    private final EventsErrors errors = new EventsErrors();

    @Test
    void whatASenderDoesWrongIs400() {
        assertThat(told(() -> EventReader.structured("{}")).status()).isEqualTo(400);
        assertThat(told(new InvalidCursor()).status()).isEqualTo(400);
        assertThat(told(new InvalidCursor()).body()).contains("'after'");
    }

    @Test
    void anEventThatFitsIntoNoDocumentIs413WithWhatIsExpected() {
        Answer answer = told(new EventTooLarge(new IllegalStateException("cosmos")));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("1 MiB", "256 KiB").doesNotContain("cosmos");
    }

    @Test
    void aForeignSourceIs401WithItsText() {
        RegisterAppEvent register =
                new RegisterAppEvent(mock(EventStore.class), Clock.systemUTC(), UUID::randomUUID);
        Answer answer =
                told(
                        () ->
                                register.accept(
                                        new PlatformAccessToken("ttd", "b"),
                                        "{\"source\":\"https://h.example/ttd/a\",\"type\":\"t\","
                                                + "\"subject\":\"s\",\"specversion\":\"1.0\"}"));

        assertThat(answer)
                .isEqualTo(
                        Answer.of(
                                        401,
                                        MediaType.JSON,
                                        "\"ttd/b is not authorized to create events for"
                                                + " https://h.example/ttd/a\"")
                                .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    @Test
    void aCallThatASubscriptionIsNotForIs409WithItsReason() {
        Subscription pushed = SampleSubscription.of(1, SampleSubscription.filters().build());
        Subscription pulled = SampleSubscription.pulled(2);

        WrongDeliveryMode.requirePush(pushed);
        WrongDeliveryMode.requirePull(pulled);
        Answer ofPushed = told(() -> WrongDeliveryMode.requirePull(pushed));
        Answer ofPulled = told(() -> WrongDeliveryMode.requirePush(pulled));

        assertThat(ofPushed.status()).isEqualTo(409);
        assertThat(ofPushed.body()).contains("The subscription is not a pull subscription.");
        assertThat(ofPulled.status()).isEqualTo(409);
        assertThat(ofPulled.body()).contains("A pull subscription has no endpoint.");
    }

    @Test
    void whatIsAwayIs503WithoutInnerDetail() {
        Answer store = told(new Unavailable("cosmos", new IllegalStateException()));
        Answer decisions = told(new DecisionPointUnavailable("https://inner"));
        Answer keys = told(new Unavailable("Key Vault"));

        assertThat(keys.status()).isEqualTo(503);
        assertThat(keys.body()).doesNotContain("Vault");
        assertThat(store.status()).isEqualTo(503);
        assertThat(store.body()).doesNotContain("cosmos");
        assertThat(decisions.status()).isEqualTo(503);
        assertThat(decisions.body()).doesNotContain("inner");
        assertThat(told(new Unavailable("Key Vault")).status()).isEqualTo(503);
        assertThat(told(new Unavailable("Key Vault")).body()).doesNotContain("Vault");
    }

    @Test
    void anAbsentRegisterAndAllElseIsNotTold() {
        assertThat(errors.of(new RegisterUnavailable("away"))).isEmpty();
        assertThat(errors.of(new IllegalStateException())).isEmpty();
    }

    private Answer told(ThrowingCallable call) {
        return told(catchThrowableOfType(RuntimeException.class, call));
    }

    private Answer told(RuntimeException exception) {
        return errors.of(exception).orElseThrow().answer();
    }
}
