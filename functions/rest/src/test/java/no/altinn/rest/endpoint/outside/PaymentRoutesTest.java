package no.altinn.rest.endpoint.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.QueryParameters;
import no.altinn.rest.access.Caller;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.FixedServices;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Status;
import no.altinn.rest.outside.OutsideBusy;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class PaymentRoutesTest {
    private static final String RETURN = DoorBed.ORIGIN + "/ferdig";

    private final OutsideBed bed = new OutsideBed();

    private String link(long number) {
        return message("my/messages/a" + number).at("/_links/payment/href").textValue();
    }

    private JsonNode message(String path) {
        return Json.parse(bed.door.get(path).accepting("application/hal+json").answer().body());
    }

    private DoorBed.Answer visit(String address) {
        return OutsideBed.browser(bed.door, address).answer();
    }

    private static String returning(String link, String to) {
        return link + "&returnurl=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** Follows the link, and gives the parameters with which the page is opened. */
    private QueryParameters opened(String link) {
        DoorBed.Answer answer = visit(link);
        assertThat(answer.status()).as(answer.reason()).isEqualTo(302);
        return QueryParameters.parse(URI.create(answer.header("Location")).getRawQuery());
    }

    private String reference(long number) {
        return ((State.Paying) bed.message(number).state()).reference().orElseThrow();
    }

    private void assertWaits(long number) {
        assertThat(bed.message(number).state().status()).isEqualTo(Status.PAYMENT);
    }

    private long archivings(long number) {
        return bed.message(number).happened().stream()
                .map(Happening::type)
                .filter(HappeningType.MESSAGE_ARCHIVED::equals)
                .count();
    }

    @Nested
    class TheLink {
        @Test
        void namesTheApplicationThatShowsIt() {
            long number = bed.send("1003");

            assertThat(link(number))
                    .isEqualTo("https://rest.example/api/payment/my/a1?application=a");
            assertThat(
                            message("r50000001/messagebox")
                                    .at("/_embedded/messages/0/_links/payment/href")
                                    .textValue())
                    .isEqualTo("https://rest.example/api/payment/r50000001/a1?application=a");
        }

        @Test
        void standsInXmlToo() {
            bed.send("1003");

            assertThat(
                            bed.door
                                    .get("my/messages/a1")
                                    .accepting("application/hal+xml")
                                    .answer()
                                    .body())
                    .contains(
                            "<link rel=\"payment\""
                                    + " href=\"https://rest.example/api/payment/my/a1?application=a\"/>");
        }

        @Test
        void isNotThereForWhoShowsNoKey() {
            bed.send("1003");
            String page =
                    bed.door
                            .get("my/messages/a1")
                            .without("ApiKey")
                            .accepting("text/html")
                            .answer()
                            .body();

            assertThat(page).contains("Betaling").doesNotContain("\"payment\"");
        }

        @Test
        void isNotThereForWhatWaitsForNoPayment() {
            bed.send("1001");
            bed.door.post("my/messages?sign=false", BoxBed.form("1003", OutsideBed.XML)).answer();

            assertThat(message("my/messages/b1").at("/_links").has("payment")).isFalse();
            assertThat(message("my/messages/a2").at("/_links").has("payment")).isFalse();
        }

        @Test
        void leadsToThePageWithAReferenceAndAWayBack() {
            long number = bed.send("1003");

            DoorBed.Answer answer = visit(returning(link(number), RETURN));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location"))
                    .startsWith(FixedServices.PAYMENT.page() + "&reference=");
            QueryParameters page =
                    QueryParameters.parse(URI.create(answer.header("Location")).getRawQuery());
            assertThat(page.first("reference")).contains(reference(number));
            assertThat(page.first("returnurl"))
                    .contains(
                            "https://rest.example/api/payment/my/a1/return?application=a"
                                    + "&returnurl=https%3A%2F%2Fwww.eksempel.no%2Fferdig"
                                    + "&reference="
                                    + reference(number));
            assertWaits(number);
        }

        @Test
        void leavesNoTrace() {
            DoorBed.Answer answer = visit(link(bed.send("1003")));

            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void isTheSamePaymentEachTime() {
            String link = link(bed.send("1003"));

            assertThat(opened(link).first("reference")).isEqualTo(opened(link).first("reference"));
        }

        /** Some clients append a question mark although the link has a query. */
        @Test
        void takesAReturnAddressBehindAQuestionMarkToo() {
            String link = link(bed.send("1003"));

            assertThat(opened(link + "?returnurl=" + RETURN).first("returnurl").orElseThrow())
                    .contains("returnurl=https%3A%2F%2Fwww.eksempel.no%2Fferdig");
            assertThat(visit(link + "?returnurl=https://evil.example/").status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example/",
                    "https://www.eksempel.no.evil.example/",
                    "https://www.eksempel.no@evil.example/",
                    "http://www.eksempel.no/",
                    "https://www.eksempel.no:444/",
                    "https://rest.example/api",
                    "//www.eksempel.no/",
                    "/ferdig",
                    "javascript:alert(1)"
                })
        void leadsBackToTheApplicationAlone(String elsewhere) {
            long number = bed.send("1003");

            DoorBed.Answer answer = visit(returning(link(number), elsewhere));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason())
                    .isEqualTo("returnurl must be on an origin of the application");
            assertThat(bed.references).isEmpty();
        }

        @Test
        void leadsBackToAnAddressOfABoundedLength() {
            String link = link(bed.send("1003"));

            DoorBed.Answer answer = visit(returning(link, RETURN + "?" + "x".repeat(2_000)));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.reason()).isEqualTo("returnurl has at most 2000 characters");
        }

        @Test
        void ofAnotherApplicationDoesNotLeadToThisOne() {
            String link = link(bed.send("1003")).replace("application=a", "application=r");

            assertThat(visit(returning(link, RETURN)).status()).isEqualTo(400);
        }

        @Test
        void needsAnApplicationThatThereIs() {
            String link = link(bed.send("1003"));

            assertThat(visit(link.replace("=a", "=x")).reason())
                    .isEqualTo("The parameter application names none");
            assertThat(visit(link.replace("?application=a", "")).reason())
                    .isEqualTo("The parameter application is missing");
        }

        @Test
        void leadsBackAtOnceWhereThePaymentWasMadeBefore() {
            long number = bed.send("1003");
            String link = link(number);
            bed.paid.add(reference(number));

            assertThat(visit(returning(link, RETURN)).header("Location"))
                    .isEqualTo(RETURN + "?resource=https://rest.example/api/my/messages/b1");
            assertThat(visit(returning(link, RETURN)).header("Location"))
                    .isEqualTo(RETURN + "?resource=https://rest.example/api/my/messages/b1");
            assertThat(archivings(number)).isEqualTo(1);
        }

        @Test
        void ofAFormThatWasNeverPaidForLeadsNowhere() {
            bed.send("1001");

            assertThat(visit(OutsideBed.API + "payment/my/a1?application=a").status())
                    .isEqualTo(404);
            assertThat(visit(OutsideBed.API + "payment/my/b1?application=a").status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class TheWayBack {
        private String wayBack(long number, String to) {
            return opened(returning(link(number), to)).first("returnurl").orElseThrow();
        }

        private String wayBack(long number) {
            return opened(link(number)).first("returnurl").orElseThrow();
        }

        @ParameterizedTest
        @CsvSource({
            "/ferdig, /ferdig?resource=",
            "/ferdig?a=b, /ferdig?a=b&resource=",
            "/ferdig?, /ferdig?resource=",
            "'', ?resource="
        })
        void leadsToTheApplicationOnceItIsPaid(String path, String with) {
            long number = bed.send("1003");
            String wayBack = wayBack(number, DoorBed.ORIGIN + path);
            bed.paid.add(reference(number));

            DoorBed.Answer answer = visit(wayBack);

            assertThat(answer.status()).as(answer.reason()).isEqualTo(302);
            assertThat(answer.header("Location"))
                    .isEqualTo(DoorBed.ORIGIN + with + "https://rest.example/api/my/messages/b1");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(message("my/messages/b1").path("Status").textValue())
                    .isEqualTo("Sendt og arkivert");
            assertThat(bed.door.get("my/messages/a1").answer().status()).isEqualTo(404);
        }

        @Test
        void putsTheResourceBeforeAFragment() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, "http://localhost:8080/#/ferdig");
            bed.paid.add(reference(number));

            assertThat(visit(wayBack).header("Location"))
                    .isEqualTo(
                            "http://localhost:8080/?resource="
                                    + "https://rest.example/api/my/messages/b1#/ferdig");
        }

        @Test
        void withoutAReturnAddressEndsWithAnEmptyAnswer() {
            long number = bed.send("1003");
            String wayBack = wayBack(number);
            bed.paid.add(reference(number));

            DoorBed.Answer answer = visit(wayBack);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Location"))
                    .isEqualTo("https://rest.example/api/my/messages/b1");
        }

        @Test
        void takenTwiceArchivesOnceAndAnswersTheSame() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);
            bed.paid.add(reference(number));

            String first = visit(wayBack).header("Location");
            int asked = bed.references.size();

            assertThat(visit(wayBack).header("Location")).isEqualTo(first);
            assertThat(archivings(number)).isEqualTo(1);
            assertThat(bed.references).as("nobody is asked again").hasSize(asked);
        }

        @Test
        void takenByManyAtOnceArchivesOnce() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);
            bed.paid.add(reference(number));

            List<CompletableFuture<String>> visits =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    visit ->
                                            CompletableFuture.supplyAsync(
                                                    () -> visit(wayBack).header("Location")))
                            .toList();

            assertThat(visits)
                    .extracting(CompletableFuture::join)
                    .containsOnly(RETURN + "?resource=https://rest.example/api/my/messages/b1");
            assertThat(archivings(number)).isEqualTo(1);
        }

        @Test
        void fromAPaymentThatWasNotMadeSaysSo() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);

            DoorBed.Answer answer = visit(wayBack);

            assertThat(answer.status()).isEqualTo(402);
            assertThat(answer.reason())
                    .isEqualTo(
                            "The payment has not been made; open the link 'payment' of the"
                                    + " message to pay");
            assertWaits(number);

            bed.paid.add(reference(number));

            assertThat(visit(wayBack).status()).isEqualTo(302);
        }

        @Test
        void losesNothingWhileThePaymentServiceIsAway() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);
            bed.paid.add(reference(number));
            bed.failure = Optional.of(new OutsideFailed("The payment service is away"));

            assertThat(visit(wayBack).status()).isEqualTo(502);
            assertThat(visit(wayBack).reason()).isEqualTo("The payment service is away");
            assertThat(visit(link(number)).status()).isEqualTo(502);
            bed.failure = Optional.of(new OutsideBusy("Too much is asked"));
            assertThat(visit(wayBack).status()).isEqualTo(503);
            assertThat(visit(wayBack).header("Retry-After")).isEqualTo("5");
            assertWaits(number);

            bed.failure = Optional.empty();

            assertThat(visit(wayBack).status()).isEqualTo(302);
        }

        @Test
        void withAReferenceOfNobodyIsRefused() {
            long number = bed.send("1003");
            String forged = wayBack(number, RETURN).replace(reference(number), "forged");
            bed.paid.add("forged");
            bed.references.clear();

            assertThat(visit(forged).status()).isEqualTo(403);
            assertThat(bed.references).as("nobody is asked").isEmpty();
            assertWaits(number);
        }

        @Test
        void withTheReferenceOfAnotherMessageIsRefused() {
            long number = bed.send("1003");
            long other = bed.send("1003");
            bed.paid.add(reference(other));
            String foreign = wayBack(number, RETURN).replace(reference(number), reference(other));

            assertThat(visit(foreign).status()).isEqualTo(403);
            assertWaits(number);
            assertWaits(other);
        }

        @Test
        void withAnotherReferenceAfterwardsIsRefused() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);
            String reference = reference(number);
            bed.paid.add(reference);
            visit(wayBack);

            assertThat(visit(wayBack.replace(reference, "forged")).status()).isEqualTo(403);
        }

        @Test
        void withoutAReferenceIsRefused() {
            long number = bed.send("1003");
            String without = wayBack(number, RETURN).replace("&reference=" + reference(number), "");

            assertThat(visit(without).reason()).isEqualTo("The parameter reference is missing");
            assertThat(visit(without).status()).isEqualTo(400);
        }

        /** A browser may bring back anything: what it says of the payment counts for nothing. */
        @Test
        void believesNothingThatTheBrowserSays() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);

            assertThat(visit(wayBack + "&paid=true&status=paid").status()).isEqualTo(402);
            assertWaits(number);
        }

        @Test
        void leadsNowhereElseThanTheLinkMayLead() {
            long number = bed.send("1003");
            String elsewhere = wayBack(number, RETURN).replace("www.eksempel.no", "evil.example");
            bed.paid.add(reference(number));

            assertThat(visit(elsewhere).status()).isEqualTo(400);
            assertWaits(number);
        }

        @Test
        void ofAFormInTheBinIsRefused() {
            long number = bed.send("1003");
            String wayBack = wayBack(number, RETURN);
            bed.paid.add(reference(number));
            bed.door.delete("my/messages/a1").answer();

            assertThat(visit(wayBack).status()).isEqualTo(403);
            assertThat(bed.message(number).isBinned()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"?complete=false", "?sign=false"})
    void aFormThatIsNotSignedIsNotPaidFor(String goal) {
        bed.door.post("my/messages" + goal, BoxBed.form("1003", OutsideBed.XML)).answer();

        DoorBed.Answer begun = visit(OutsideBed.API + "payment/my/a1?application=a");
        DoorBed.Answer ended =
                visit(OutsideBed.API + "payment/my/a1/return?application=a&reference=x");

        assertThat(begun.status()).isEqualTo(403);
        assertThat(begun.reason()).isEqualTo("The message does not wait for a payment");
        assertThat(ended.status()).isEqualTo(403);
        assertThat(bed.references).isEmpty();
    }

    @Test
    void aLetterIsNotPaidFor() {
        bed.box.send("Hei");

        assertThat(visit(OutsideBed.API + "payment/my/a1?application=a").status()).isEqualTo(403);
    }

    @Test
    void whoIsNotLoggedInAtABrowserLogsInFirst() {
        bed.send("1003");

        DoorBed.Answer answer =
                OutsideBed.browser(
                                bed.door.calledBy(new Caller.Nobody()),
                                OutsideBed.API + "payment/my/a1?application=a")
                        .accepting("text/html")
                        .answer();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo(
                        "https://rest.example/api/authentication/login?returnUrl="
                                + "https%3A%2F%2Frest.example%2Fapi%2Fpayment%2Fmy%2Fa1"
                                + "%3Fapplication%3Da");
    }
}
