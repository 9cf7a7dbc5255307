package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.app.Refusals;
import no.altinn.events.filter.FilterList;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.Callers;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.policy.OperationsResource;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.json.Json;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.platform.register.Register;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.UUID;

class SubscribeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final int MOST = 5;
    private static final String END_POINT = "'endPoint':'https://93.184.216.34/hook'";
    private static final String APP = "'resourceFilter':'urn:altinn:resource:app_ttd_a'";
    private static final String APP_SOURCE = "'sourceFilter':'https://ttd.apps.example/ttd/a'";
    private static final String GENERIC = "'resourceFilter':'urn:altinn:resource:r'";

    private final Callers callers = new Callers();
    private final AltinnToken org = callers.org("altinn:events.subscribe");
    private final AltinnToken user = callers.user("altinn:events.subscribe");
    private final AltinnToken nobody =
            callers.with(claims -> claims.put("scope", "altinn:events.subscribe"));
    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final Register register = mock(Register.class);
    private final ValidationQueue queue = mock(ValidationQueue.class);
    private final EndPointKeys keys = mock(EndPointKeys.class);
    private Subscribe subscribe;

    @BeforeEach
    void assemble() {
        SubscriptionIndex index = new SubscriptionIndex(store, CLOCK);
        ValidateSubscription validation =
                new ValidateSubscription(
                        new ValidationLifecycle(store, index, queue, CLOCK),
                        new EndPointEvents(
                                new SubscriptionAddress(URI.create("https://platform.example/")),
                                UUID::randomUUID),
                        PlainRequests.UNSIGNED,
                        new EndPointCaller(
                                mock(Webhook.class),
                                new EndPointPlaces(
                                        Concurrency.FUNCTIONS_HOST, Duration.ZERO, CLOCK),
                                CLOCK),
                        new BestEffortLog(mock(DeliveryLog.class), CLOCK),
                        CLOCK);
        subscribe =
                new Subscribe(
                        new AddSubscription(store, MOST, CLOCK),
                        new SubscribePolicy(decisions, new EventSubjects(register)),
                        new EndPointRule(new AddressRule(false)),
                        "apps.example",
                        register,
                        keys,
                        validation);
    }

    @Test
    void whatBecomesOfSubscriptionsIsOpenToEveryConsumerForItsOwnSubject() {
        decisions.permit(request -> false);
        String resource = "'resourceFilter':'" + OperationsResource.URN + "'";

        String refusal =
                "Not authorized to create a subscription for resource "
                        + OperationsResource.URN
                        + ".";
        assertRefused(user, "{END_POINT," + resource + "}", 403, refusal);
        assertRefused(
                user, "{END_POINT," + resource + ",'subjectFilter':'/org/other'}", 403, refusal);
        Subscription made =
                subscribe(
                        user, "{END_POINT," + resource + ",'subjectFilter':'" + consumer() + "'}");

        assertThat(made.filters().resource()).isEqualTo(OperationsResource.URN);
        assertThat(decisions.asked()).isEmpty();
    }

    private String consumer() {
        return user.identity().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{GENERIC}",
                "{'endPoint':null,GENERIC}",
                "{'endPoint':'',GENERIC}",
                "{'endPoint':'hook.example/x',GENERIC}",
                "{'endPoint':'http://93.184.216.34/',GENERIC}",
                "{'endPoint':'ftp://93.184.216.34/',GENERIC}",
                "{'endPoint':'https://10.0.0.1/',GENERIC}",
                "{'endPoint':'https://user@93.184.216.34/',GENERIC}",
                "{'sourceFilter':'nonsense','resourceFilter':'nonsense'}"
            })
    void theEndpointIsCheckedFirst(String body) {
        assertRefused(user, body, 400, "Missing or invalid endpoint to push events towards");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'http://ttd.apps.example/ttd/a'", "'/ttd/a'", "''", "'urn:a:b'", "'https:'"})
    void theSourceFilterIsAnHttpsUrl(String source) {
        assertRefused(
                callers.user(""),
                "{END_POINT,'sourceFilter':" + source + ",'resourceFilter':'nonsense'}",
                400,
                "SourceFilter must be an absolute URL with the https scheme.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{END_POINT,GENERIC}",
                "{END_POINT}",
                "{END_POINT,'resourceFilter':'nonsense'}",
                "{END_POINT,'sourceFilter':'https://other.example/ttd/a'}",
                "{END_POINT,'sourceFilter':'https://xapps.example/ttd/a'}"
            })
    void whatIsNoAppsNeedsTheScope(String body) {
        assertRefused(callers.user("altinn:events.publish"), body, 403, "");
    }

    @Test
    void whoFetchesEventsNeedsNoEndpointAndIsValidAtOnce() {
        Subscription made = subscribe(org, "{'deliveryMode':'pull',GENERIC}");

        assertThat(made.isPulled()).isTrue();
        assertThat(made.isValidated()).isTrue();
        assertThat(made.arrival()).isEqualTo(Arrival.READY);
        assertThat(subscribe(org, "{'deliveryMode':'pull','endPoint':null,GENERIC}"))
                .isEqualTo(made);
        verifyNoInteractions(queue);
    }

    @Test
    void pushIsTheModeOfWhoNamesNone() {
        Subscription made = subscribe(org, "{'deliveryMode':'push',END_POINT,GENERIC}");

        assertThat(made.isPulled()).isFalse();
        assertThat(subscribe(org, "{'deliveryMode':null,END_POINT,GENERIC}").id())
                .isEqualTo(made.id());
        assertThat(subscribe(org, "{'deliveryMode':'pull',GENERIC}").id()).isNotEqualTo(made.id());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{'deliveryMode':'Pull',GENERIC}",
                "{'deliveryMode':'',GENERIC}",
                "{'deliveryMode':'queue',END_POINT,'resourceFilter':'nonsense'}"
            })
    void anUnknownDeliveryModeIsRefused(String body) {
        assertRefused(org, body, 400, "Delivery mode must be 'push' or 'pull'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'https://93.184.216.34/hook'", "''", "'nonsense'"})
    void whoFetchesEventsHasNoEndpoint(String endPoint) {
        assertRefused(
                org,
                "{'deliveryMode':'pull','endPoint':" + endPoint + ",'resourceFilter':'nonsense'}",
                400,
                "Endpoint is not supported for subscriptions with delivery mode 'pull'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "['pull']", "{}"})
    void aDeliveryModeIsAString(String mode) {
        Answer answer =
                Refusals.answer(() -> subscribe(org, "{'deliveryMode':" + mode + ",GENERIC}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("'deliveryMode' must be a string.");
    }

    @Test
    void whoPushesNeedsAnEndpoint() {
        assertRefused(
                org,
                "{'deliveryMode':'push',GENERIC}",
                400,
                "Missing or invalid endpoint to push events towards");
    }

    @Test
    void anAppsSubscriptionNeedsNoScope() {
        assertThat(subscribe(callers.org(""), "{END_POINT,APP}").id()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "'nonsense' | Resource filter must be a valid urn",
                "'' | Resource filter must be a valid urn",
                "'urn:altinn:resource:a b' | Resource filter must be a valid urn"
            })
    void theResourceFilterIsAUrn(String resource, String text) {
        assertRefused(org, "{END_POINT,'resourceFilter':" + resource + "}", 400, text);
    }

    @ParameterizedTest
    @CsvSource({
        "subjectFilter, Subject",
        "typeFilter, Type",
        "alternativeSubjectFilter, AlternativeSubject"
    })
    void aFilterIsNoEmptyString(String filter, String name) {
        for (String empty : new String[] {"''", "' '"}) {
            assertRefused(
                    org,
                    "{END_POINT,APP,'" + filter + "':" + empty + "}",
                    400,
                    name + " filter must not be an empty string.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "subjectFilter, Subject",
        "alternativeSubjectFilter, AlternativeSubject",
        "typeFilter, Type"
    })
    void aFilterThatNoEventCanMatchIsRefused(String filter, String name) {
        for (String text : new String[] {"\\ud800", "a\\u0000", "\\u0085", "\\uffff"}) {
            assertRefused(
                    org,
                    "{END_POINT,APP,'" + filter + "':'" + text + "'}",
                    400,
                    name
                            + " filter must not hold control characters, noncharacters or lone"
                            + " surrogates.");
        }
    }

    @Test
    void anAddressThatIsNoTextIsNone() {
        assertRefused(
                org,
                "{'endPoint':'https://93.184.216.34/\\ud800',GENERIC}",
                400,
                "Missing or invalid endpoint to push events towards");
        assertRefused(
                org,
                "{END_POINT,'sourceFilter':'https://ttd.apps.example/ttd/a\\udc00'}",
                400,
                "SourceFilter must be an absolute URL with the https scheme.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{END_POINT} | Resource filter is required.",
                "{END_POINT,GENERIC,'sourceFilter':'https://other.example/','includeSubunits':true}"
                        + " | Source filter is not supported for subscriptions on this resource.",
                "{END_POINT,GENERIC,'alternativeSubjectFilter':'/org/1','includeSubunits':true}"
                        + " | AlternativeSubject filter is not supported for subscriptions on this"
                        + " resource.",
                "{END_POINT,GENERIC,'includeSubunits':true}"
                        + " | IncludeSubunits requires a subject filter."
            })
    void theRulesOfGenericSubscriptionsHaveAnOrder(String body, String text) {
        assertRefused(org, body, 400, text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "user | {END_POINT,APP,'includeSubunits':true}"
                        + " | A valid subject to the authenticated identity is required",
                "org | {END_POINT,APP,'alternativeSubjectFilter':'/org/910000001'}"
                        + " | A valid subject to the authenticated identity is required",
                "org | {END_POINT,APP,'alternativeSubjectFilter':'nonsense'}"
                        + " | A valid subject to the authenticated identity is required",
                "org | {END_POINT,'sourceFilter':'https://apps.example/x','includeSubunits':true}"
                        + " | IncludeSubunits requires a subject filter.",
                "nobody | {END_POINT,'sourceFilter':'https://apps.example/x','subjectFilter':'/s'}"
                        + " | Missing event consumer",
                "org | {END_POINT,GENERIC,'sourceFilter':'https://ttd.apps.example/ttd'} | A valid"
                        + " app id is required in source filter {environment}/{org}/{app}",
                "org | {END_POINT,APP,'sourceFilter':'https://ttd.apps.example/ttd/a/'} | A valid"
                        + " app id is required in source filter {environment}/{org}/{app}",
                "org | {END_POINT,APP,'sourceFilter':'https://ttd.apps.example/ttd/a/instances'} |"
                        + " A valid app id is required in source filter {environment}/{org}/{app}",
                "org | {END_POINT,APP,'sourceFilter':'https://ttd.apps.example/ttd/b'}"
                        + " | Provided resource filter and source filter are not compatible",
                "org | {END_POINT,GENERIC,'sourceFilter':'https://ttd.apps.example/ttd/a'}"
                        + " | Provided resource filter and source filter are not compatible"
            })
    void theRulesOfAppSubscriptionsHaveAnOrder(String caller, String body, String text) {
        when(register.partyOfOrganization("910000001", org.value()))
                .thenReturn(OptionalInt.empty());
        AltinnToken token =
                switch (caller) {
                    case "user" -> user;
                    case "nobody" -> nobody;
                    default -> org;
                };
        assertRefused(token, body, 400, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://skd.apps.example/ttd/a",
                "https://apps.example/ttd/a",
                "https://x.ttd.apps.example/ttd/a",
                "https://ttd.apps.example/TTD/a",
                "https://ttd.apps.example/ttd/A",
                "https://ttd.apps.example:8443/ttd/a",
                "https://ttd.apps.example:0/ttd/a",
                "https://user@ttd.apps.example/ttd/a",
                "https://ttd.apps.example/ttd/a?x=1",
                "https://ttd.apps.example/ttd/a?",
                "https://ttd.apps.example/ttd/a#f"
            })
    void anAppsSourceFilterIsWhereTheAppsEventsComeFrom(String source) {
        String text =
                "Source filter on an app must be https://ttd.apps.example/ttd/a: the host is"
                        + " {org}.apps.example, the path is in lower case, and there is no user,"
                        + " port, query or fragment.";

        assertRefused(org, "{END_POINT,'sourceFilter':'" + source + "'}", 400, text);
        assertRefused(org, "{END_POINT,APP,'sourceFilter':'" + source + "'}", 400, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ttd.other.example/ttd/a",
                "https://ttd.apps.example.evil/ttd/a",
                "https://ttd.apps.example./ttd/a",
                "https://ttd.xapps.example/ttd/a",
                "https://93.184.216.34/ttd/a"
            })
    void anAppsSourceFilterIsBelowTheAppsDomainAlsoWhenTheResourceNamesTheApp(String source) {
        Answer answer =
                Refusals.answer(
                        () -> subscribe(org, "{END_POINT,APP,'sourceFilter':'" + source + "'}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("must be https://ttd.apps.example/ttd/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://ttd.apps.example/ttd/a",
                "https://TTD.Apps.Example/ttd/a",
                "https://ttd.apps.example:443/ttd/a"
            })
    void otherSpellingsOfTheSameAddressAreTaken(String source) {
        assertThat(subscribe(org, "{END_POINT,'sourceFilter':'" + source + "'}").filters().source())
                .contains(URI.create(source));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ttd/%61", "/ttd/..", "/ttd/.", "//ttd/a", "/ttd//a", "/ttd/a//", "/"})
    void anAppsSourceFilterEndsWithTheNameOfTheApp(String path) {
        assertRefused(
                org,
                "{END_POINT,'sourceFilter':'https://ttd.apps.example" + path + "'}",
                400,
                "A valid app id is required in source filter {environment}/{org}/{app}");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithTheNameOfItsProperty() {
        assertTooLong("endPoint", 2_048, "{'endPoint':'https://93.184.216.34/%s',GENERIC}", 22);
        assertTooLong(
                "sourceFilter",
                1_024,
                "{END_POINT,'sourceFilter':'https://ttd.apps.example/ttd/%s'}",
                29);
        assertTooLong("resourceFilter", 1_024, "{END_POINT,'resourceFilter':'urn:%s'}", 4);
        assertTooLong("subjectFilter", 1_024, "{END_POINT,GENERIC,'subjectFilter':'%s'}", 0);
        assertTooLong(
                "alternativeSubjectFilter",
                1_024,
                "{END_POINT,APP,'alternativeSubjectFilter':'%s'}",
                0);
        assertTooLong("typeFilter", 1_024, "{END_POINT,GENERIC,'typeFilter':'%s'}", 0);
    }

    /** One character more than the bound, and as much as fits into a body. */
    private void assertTooLong(String property, int bound, String body, int before) {
        for (int length : new int[] {bound + 1 - before, 900_000}) {
            assertRefused(
                    org,
                    body.formatted("a".repeat(length)),
                    400,
                    "%s must not be longer than %d characters.".formatted(property, bound));
        }
    }

    @Test
    void textsOfTheirBoundsLengthAreTaken() {
        String body =
                "{'endPoint':'https://93.184.216.34/%s',APP,'subjectFilter':'%s','typeFilter':'%s'}"
                        .formatted("e".repeat(2_026), "s".repeat(1_024), "t".repeat(1_024));

        Subscription made = subscribe(org, body);

        assertThat(made.endPoint().orElseThrow().toString()).hasSize(2_048);
        assertThat(made.filters().subject().orElseThrow()).hasSize(1_024);
        assertThat(made.filters().type().orElseThrow()).hasSize(1_024);
    }

    @ParameterizedTest
    @CsvSource({"/org/910000001", "/organisation/910000001"})
    void anAlternativeSubjectBecomesTheUnitsParty(String alternative) {
        when(register.partyOfOrganization("910000001", user.value()))
                .thenReturn(OptionalInt.of(11));

        Subscription made =
                subscribe(user, "{END_POINT,APP,'alternativeSubjectFilter':'" + alternative + "'}");

        assertThat(made.filters().subject()).contains("/party/11");
        assertThat(made.filters().alternativeSubject()).contains(alternative);
    }

    @Test
    void anAlternativeSubjectBecomesThePersonsParty() {
        when(register.partyOfPerson("01017012345", user.value())).thenReturn(OptionalInt.of(12));

        assertThat(
                        subscribe(
                                        user,
                                        "{END_POINT,APP,'alternativeSubjectFilter':"
                                                + "'/person/01017012345'}")
                                .filters()
                                .subject())
                .contains("/party/12");
    }

    @Test
    void aSubjectIsNotLookedUp() {
        subscribe(
                user,
                "{END_POINT,APP,'subjectFilter':'/party/1',"
                        + "'alternativeSubjectFilter':'/org/910000001'}");

        verifyNoInteractions(register);
    }

    @Test
    void aMissingResourceIsTheSources() {
        Subscription made = subscribe(org, "{END_POINT,APP_SOURCE}");

        assertThat(made.filters().resource()).isEqualTo("urn:altinn:resource:app_ttd_a");
        assertThat(made.filters().source()).contains(URI.create("https://ttd.apps.example/ttd/a"));
    }

    @Test
    void everyFilterIsKeptAndTheResourceInLowerCase() {
        Subscription made =
                subscribe(
                        org,
                        "{END_POINT,'resourceFilter':'URN:altinn:resource:App_ttd_A',APP_SOURCE,"
                                + "'subjectFilter':'/party/1','typeFilter':'t',"
                                + "'includeSubunits':true,'consumer':'/org/skd'}");

        assertThat(made.filters())
                .isEqualTo(
                        Filters.onResource("urn:altinn:resource:app_ttd_a")
                                .source(URI.create("https://ttd.apps.example/ttd/a"))
                                .subject("/party/1")
                                .type("t")
                                .includeSubunits(true)
                                .build());
        assertThat(made.consumer()).isEqualTo("/org/ttd");
        assertThat(made.endPoint().orElseThrow())
                .isEqualTo(URI.create("https://93.184.216.34/hook"));
        assertThat(made.created()).isEqualTo(NOW);
        assertThat(made.isValidated()).isFalse();
    }

    @Test
    void aGenericSubscriptionWithoutConsumerIsRefused() {
        assertRefused(nobody, "{END_POINT,GENERIC}", 400, "Missing event consumer");
    }

    @ParameterizedTest
    @CsvSource({"APP, app_ttd_a, read", "GENERIC, r, subscribe"})
    void withoutAPermitThereIsNoSubscription(String filter, String resource, String action) {
        decisions.permit(request -> false);

        assertRefused(
                org,
                "{END_POINT," + filter + "}",
                403,
                "Not authorized to create a subscription for resource urn:altinn:resource:"
                        + resource
                        + ".");
        assertThat(decisions.onlyRequest())
                .matches(
                        FakeDecisions.about(
                                "urn:oasis:names:tc:xacml:1.0:action:action-id", action));
        verifyNoInteractions(queue);
    }

    @ParameterizedTest
    @CsvSource({"APP, app_ttd_a", "GENERIC, r"})
    void aTokenBelowThePolicysLevelMakesNoSubscription(String filter, String resource) {
        decisions.obligeToLevel(4);
        AltinnToken low = userAtLevel(3);

        assertRefused(
                low,
                "{END_POINT," + filter + ",'subjectFilter':'/party/1'}",
                403,
                "Not authorized to create a subscription for resource urn:altinn:resource:"
                        + resource
                        + ". It asks for authentication level 4, and the token has level 3.");
        verifyNoInteractions(queue);
        assertThat(subscribe(userAtLevel(4), "{END_POINT,GENERIC}").id()).isEqualTo(1);
    }

    @Test
    void aSubscriptionThatIsThereIsNotFoundBelowThePolicysLevel() {
        decisions.obligeToLevel(4);
        subscribe(userAtLevel(4), "{END_POINT,GENERIC}");

        assertThat(Refusals.answer(() -> subscribe(user, "{END_POINT,GENERIC}")).status())
                .isEqualTo(403);
    }

    private AltinnToken userAtLevel(int level) {
        return callers.with(
                claims ->
                        claims.put("urn:altinn:userid", 20001)
                                .put("scope", "altinn:events.subscribe")
                                .put("urn:altinn:authlevel", level));
    }

    @Test
    void theDecisionIsAboutConsumerResourceSubjectAndApp() {
        subscribe(org, "{END_POINT,APP,'subjectFilter':'/party/1'}");

        assertThat(FakeDecisions.texts(decisions.onlyRequest().subject()))
                .containsExactly("urn:altinn:org=ttd");
        assertThat(FakeDecisions.texts(decisions.onlyRequest().resource()))
                .containsExactlyInAnyOrder(
                        "urn:altinn:resource=app_ttd_a",
                        "urn:altinn:org=ttd",
                        "urn:altinn:app=a",
                        "urn:altinn:appresource=events",
                        "urn:altinn:partyid=1");
    }

    @Test
    void theSameSubscriptionAgainIsTheFirstOneValidatedAgain() {
        Subscription first = subscribe(org, "{END_POINT,APP}");
        store.setValidation(first.id(), new ValidationState.Failed());

        Subscription again = subscribe(org, "{END_POINT,APP}");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.validation()).isEqualTo(new ValidationState.Pending(1, NOW));
        assertThat(store.all()).hasSize(1);
        verify(queue, times(2)).schedule(first.id(), 1, Duration.ZERO);
    }

    @Test
    void aValidatedSubscriptionIsNotValidatedAgain() {
        Subscription first = subscribe(org, "{END_POINT,APP}");
        store.setValidation(first.id(), new ValidationState.Validated());

        assertThat(subscribe(org, "{END_POINT,APP}").isValidated()).isTrue();
        verify(queue).schedule(first.id(), 1, Duration.ZERO);
        verifyNoMoreInteractions(queue);
    }

    @Test
    void aCallerWithAsManySubscriptionsAsItMayHaveGetsNoOther() {
        for (int number = 1; number <= MOST; number++) {
            subscribe(org, numbered(number));
        }

        Answer refused = Refusals.answer(() -> subscribe(org, numbered(MOST + 1)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo(
                        "\"A caller may have at most 5 subscriptions. Remove one before you add"
                                + " another.\"");
        assertThat(subscribe(org, numbered(2)).id()).isEqualTo(2);
        assertThat(subscribe(user, numbered(1)).id()).isEqualTo(MOST + 1);
        store.remove(3);
        assertThat(subscribe(org, numbered(MOST + 1)).consumer()).isEqualTo("/org/ttd");
    }

    private static String numbered(int number) {
        return "{END_POINT,GENERIC,'typeFilter':'t" + number + "'}";
    }

    @Test
    void anotherCallersOrEndpointsSubscriptionIsAnother() {
        subscribe(org, "{END_POINT,GENERIC}");
        subscribe(user, "{END_POINT,GENERIC}");
        subscribe(org, "{'endPoint':'https://93.184.216.34/other',GENERIC}");

        assertThat(store.all()).hasSize(3);
    }

    @Test
    void aUserIsToldThatASubjectFilterMustBeSet() {
        assertThat(detail(user, "{%s,%s}".formatted(END_POINT, APP)))
                .startsWith("A valid subject to the authenticated identity is required. ")
                .contains("without service owner's rights", "'subjectFilter'");
        decisions.permit(request -> false);
        assertThat(detail(user, "{%s,%s}".formatted(END_POINT, GENERIC)))
                .startsWith(
                        "Not authorized to create a subscription for resource urn:altinn:resource:r.")
                .contains("/user/", "'subscribe'", "'subjectFilter'");
    }

    @Test
    void whatThePolicyWasAskedIsToldToClientsThatAskForMore() {
        decisions.permit(request -> false);
        String body = "{%s,%s,'subjectFilter':'/party/1'}".formatted(END_POINT, APP);

        assertThat(detail(user, body))
                .contains("no permit for the action 'read' on it with this 'subjectFilter'")
                .doesNotContain("/party/1");
    }

    @Test
    void theSchemeAndTheAddressOfAnEndPointAreToldApart() {
        String http = "{'endPoint':'http://93.184.216.34/',%s}".formatted(GENERIC);
        String inside = "{'endPoint':'https://10.1.2.3/',%s}".formatted(GENERIC);
        String none = "{%s}".formatted(GENERIC);

        assertThat(detail(org, http)).contains("push events towards. 'endPoint'", "scheme http");
        assertThat(detail(org, inside)).contains("private, local or reserved address");
        assertThat(detail(org, none)).contains("must be there");
        assertThat(Refusals.reason(() -> subscribe(org, inside))).contains("private");
    }

    @Test
    void theMissingScopeIsNamed() {
        AltinnToken without = callers.org("altinn:events.publish");
        String body = "{%s,%s}".formatted(END_POINT, GENERIC);

        assertThat(detail(without, body)).contains("'altinn:events.subscribe'");
        assertThat(Refusals.answer(() -> subscribe(without, body)).headers())
                .containsEntry(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_scope\", scope=\"altinn:events.subscribe\"");
    }

    private String detail(AltinnToken caller, String body) {
        return Refusals.detail(() -> subscribe(caller, body));
    }

    @Test
    void aSubscriptionGetsItsKeyBeforeItsEndPointIsTried() {
        Subscription made = subscribe(org, "{%s,%s}".formatted(END_POINT, GENERIC));

        InOrder order = inOrder(keys, queue);
        order.verify(keys).begin(made);
        order.verify(queue).schedule(anyInt(), anyInt(), any());
    }

    private Subscription subscribe(AltinnToken caller, String body) {
        String json =
                body.replace("END_POINT", END_POINT)
                        .replace("APP_SOURCE", APP_SOURCE)
                        .replace("APP", APP)
                        .replace("GENERIC", GENERIC)
                        .replace('\'', '"');
        return subscribe.subscribe(caller, SubscriptionRequest.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[{'regex':{'id':'a'}}]|Unsupported filter dialect 'regex'.",
                "[{}]|A filter names one dialect.",
                "[{'exact':{'id':'a'},'sql':'TRUE'}]|A filter names one dialect.",
                "[{'any':[]}]|Filter 'any' must not be empty.",
                "[{'sql':'id ='}]|Invalid CESQL expression: a value is expected, not the end",
                "[{'exact':{'id':'LONG'}}]|The filters are too large."
            })
    void filtersThatCannotBeAreRefused(String filters, String text) {
        String body = "{END_POINT,GENERIC,'filters':%s}".formatted(filters);

        assertRefused(org, body.replace("LONG", "x".repeat(1_025)), 400, text);
    }

    @Test
    void filtersAreCheckedForAppsToo() {
        assertRefused(
                org,
                "{END_POINT,APP,'subjectFilter':'/party/1','filters':[{}]}",
                400,
                "A filter names one dialect.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "'exact'", "1", "true"})
    void filtersAreAList(String filters) {
        Answer answer =
                Refusals.answer(
                        () -> subscribe(org, "{END_POINT,GENERIC,'filters':" + filters + "}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("'filters' must be a list.");
    }

    @Test
    void aMemberOfAFilterThatIsThereTwiceIsRefused() {
        String twice = "{END_POINT,GENERIC,'filters':[{'exact':{'id':'a'},'exact':{'id':'b'}}]}";

        Answer answer = Refusals.answer(() -> subscribe(org, twice));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Duplicate field 'exact'");
    }

    @Test
    void filtersAreKept() {
        Subscription made =
                subscribe(org, "{END_POINT,GENERIC,'filters':[ {'exact':{'type':'a'}} ]}");

        assertThat(made.filters().conditions())
                .contains(FilterList.stored("[{\"exact\":{\"type\":\"a\"}}]"));
        assertThat(subscribe(org, "{END_POINT,GENERIC,'filters':[{'exact':{'type':'a'}}]}").id())
                .isEqualTo(made.id());
        assertThat(subscribe(org, "{END_POINT,GENERIC}").id()).isNotEqualTo(made.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void noFiltersAreNone(String none) {
        int plain = subscribe(org, "{END_POINT,GENERIC}").id();

        Subscription made = subscribe(org, "{END_POINT,GENERIC,'filters':" + none + "}");

        assertThat(made.filters().conditions()).isEmpty();
        assertThat(made.id()).isEqualTo(plain);
    }

    private void assertRefused(AltinnToken caller, String body, int status, String text) {
        Answer answer = Refusals.answer(() -> subscribe(caller, body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(text.isEmpty() ? "" : Json.string(text));
        assertThat(store.all()).isEmpty();
    }
}
