package no.altinn.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.pull.ReceiveOrder;
import no.altinn.platform.app.Exchange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers and names in the policies are those that the APIs' documents promise. */
class PolicyNumbersTest {
    /** The time after which the apps' host gives an answer up. */
    private static final int HOST_SECONDS = 230;

    private static final Pattern QUERY = Pattern.compile("QueryString, \"([^\"]*)\", match =>");

    private static String namedValue(String name) {
        Matcher matcher =
                Pattern.compile("name: '" + name + "', value: '([0-9]+)'")
                        .matcher(GatewayFiles.text("modules/api-management-apis.bicep"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Element one(String file, String policy) {
        List<Element> found =
                GatewayFiles.elements(file).stream()
                        .filter(element -> element.getTagName().equals(policy))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> deleted(String file, String section) {
        return GatewayFiles.elements(file).stream()
                .filter(element -> element.getTagName().equals("set-header"))
                .filter(element -> element.getAttribute("exists-action").equals("delete"))
                .filter(element -> ((Element) element.getParentNode()).getTagName().equals(section))
                .map(element -> element.getAttribute("name"))
                .toList();
    }

    @Test
    void aBodyIsRefusedFromTheLengthThatTheAppsRefuse() {
        assertThat(GatewayFiles.text("policies/functions.xml"))
                .contains("length &gt; " + Exchange.MAX_BODY_BYTES + ";")
                .contains("The body must not be over " + Exchange.MAX_BODY_BYTES + " bytes.");
    }

    @Test
    void theGatewayWaitsLongerThanAnyPollAndGivesUpBeforeTheHost() {
        assertThat(one("all-apis.xml", "forward-request").getAttribute("timeout"))
                .isEqualTo("{{forward-seconds}}");
        assertThat(Integer.parseInt(namedValue("forward-seconds")))
                .isGreaterThan(2 * (int) ReceiveOrder.LONGEST_WAIT.toSeconds())
                .isLessThan(HOST_SECONDS);
    }

    @Test
    void bodiesAndAnswersAreStreamed() {
        Element forward = one("all-apis.xml", "forward-request");

        assertThat(forward.getAttribute("buffer-request-body")).isEqualTo("false");
        assertThat(forward.getAttribute("buffer-response")).isEqualTo("false");
        assertThat(forward.getAttribute("follow-redirects")).isEqualTo("false");
        for (String file : GatewayFiles.policies()) {
            // A policy that reads a body holds it in memory.
            assertThat(GatewayFiles.text("policies/" + file)).doesNotContain(".Body");
        }
    }

    @Test
    void aCallerOverTheRateIsToldWhenToComeAgain() {
        List<Element> limits =
                GatewayFiles.elements("all-apis.xml").stream()
                        .filter(element -> element.getTagName().equals("rate-limit-by-key"))
                        .toList();

        assertThat(limits)
                .hasSize(2)
                .allMatch(one -> one.getAttribute("retry-after-header-name").equals("Retry-After"))
                .allMatch(
                        one ->
                                one.getAttribute("remaining-calls-header-name")
                                        .equals("RateLimit-Remaining"))
                .allMatch(one -> one.getAttribute("renewal-period").equals("{{rate-seconds}}"));
        assertThat(limits.get(0).getAttribute("counter-key")).contains("\"caller\"");
        assertThat(limits.get(1).getAttribute("counter-key"))
                .contains("context.Request.IpAddress")
                // No header of the client's names a counter.
                .doesNotContain("Headers");
    }

    @Test
    void noCounterIsNamedByAClaimThatNoAppHasAccepted() {
        List<Element> readers =
                GatewayFiles.policies().stream()
                        .flatMap(file -> GatewayFiles.elements(file).stream())
                        .filter(
                                element ->
                                        element.getAttribute("value").contains("TryParseJwt")
                                                || element.getAttribute("value").contains("AsJwt"))
                        .toList();

        assertThat(readers).hasSize(1);
        Element when = (Element) readers.get(0).getParentNode();
        assertThat(when.getAttribute("condition"))
                .contains("\"needsToken\"")
                .contains("StatusCode >= 200 && context.Response.StatusCode < 300")
                .contains("!context.Request.Headers.ContainsKey(\"Cookie\")")
                .contains("!context.Request.Headers.ContainsKey(\"PlatformAccessToken\")");
        assertThat(((Element) when.getParentNode().getParentNode()).getTagName())
                .isEqualTo("outbound");
    }

    @Test
    void whatOnlyTheGatewayMaySayDoesNotComeThrough() {
        assertThat(deleted("all-apis.xml", "inbound"))
                .contains("X-ARR-ClientCert", "X-Forwarded-For", "X-Forwarded-Host", "Forwarded")
                .contains("X-Transfer", "X-Transfer-Length", "X-Transfer-File")
                .contains("X-Transfer-To", "X-Transfer-From", "x-functions-key")
                .doesNotContain("Authorization", "Cookie", "ApiKey", "Origin", "traceparent");
        assertThat(deleted("all-apis.xml", "outbound"))
                .contains("X-Transfer-To", "X-Transfer-From", "X-Transfer-File");
    }

    @Test
    void headersAreTakenOutBeforeAnythingReadsThem() {
        List<String> first =
                GatewayFiles.elements("all-apis.xml").stream()
                        .map(Element::getTagName)
                        .dropWhile(name -> !name.equals("inbound"))
                        .skip(1)
                        .takeWhile(name -> name.equals("set-header"))
                        .toList();

        assertThat(first).hasSameSizeAs(deleted("all-apis.xml", "inbound"));
        assertThat(GatewayFiles.elements("rest.xml"))
                .extracting(Element::getTagName)
                .startsWith("policies", "inbound", "set-variable", "base");
    }

    @Test
    void nothingOfTheClientsGoesToTheStore() {
        List<String> shown =
                Pattern.compile("\"([A-Za-z0-9-]+)\"")
                        .matcher(GatewayFiles.variable("rest.xml", "shown"))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        List<String> asked =
                GatewayFiles.elements("ask.xml").stream()
                        .filter(element -> element.getTagName().equals("set-header"))
                        .map(element -> element.getAttribute("name"))
                        .collect(Collectors.toList());

        assertThat(deleted("to-store.xml", "fragment")).containsAll(shown);
        assertThat(asked).containsAll(shown);
        assertThat(asked).contains("X-Transfer", "X-Transfer-Length", "X-Transfer-File");
    }

    @Test
    void onlyTheRestApiAsksForCertificates() {
        for (String file : GatewayFiles.policies()) {
            assertThat(GatewayFiles.text("policies/" + file).contains("Request.Certificate"))
                    .isEqualTo(file.equals("rest.xml"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "?a=b&c=d -> ?a=b&c=d",
                "?$filter=Name+eq+'x'&$top=5 -> ?$filter=Name+eq+'x'&$top=5",
                "?a={b|c}^` -> ?a=%7Bb%7Cc%7D%5E%60",
                "?a=50% -> ?a=50%25",
                "?a=%zz%20 -> ?a=%25zz%20",
                "?a=\"<>\\ -> ?a=%22%3C%3E%5C",
                "?a=[b] -> ?a=[b]",
                "?a=æ -> ?a=%C3%A6"
            })
    void whatNoUriMayHaveInItsQueryIsEncoded(String sent, String passed) {
        Matcher matcher = QUERY.matcher(rewriting());
        assertThat(matcher.find()).isTrue();
        Pattern refused = Pattern.compile(matcher.group(1).replace("\\\\", "\\"));

        assertThat(
                        refused.matcher(sent)
                                .replaceAll(
                                        found -> Matcher.quoteReplacement(encoded(found.group()))))
                .isEqualTo(passed);
    }

    private static String rewriting() {
        return GatewayFiles.elements("rest.xml").stream()
                .map(element -> element.getAttribute("template"))
                .filter(template -> template.contains("QueryString"))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(one));
        }
        return encoded.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phrase.xml", "answer.xml"})
    void aPhraseIsShortAndPrintable(String file) {
        assertThat(GatewayFiles.text("policies/" + file))
                .contains("Math.Min(reason.Length, 200)")
                .contains("\"[^ -~]\", \"?\"");
    }
}
