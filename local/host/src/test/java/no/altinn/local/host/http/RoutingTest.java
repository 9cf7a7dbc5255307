package no.altinn.local.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutingTest {
    private HostedHttp host;

    @BeforeAll
    void start() throws Exception {
        host = new HostedHttp();
    }

    @AfterAll
    void stop() throws Exception {
        host.stop();
    }

    private String bodyOf(String target) throws IOException {
        return host.send("GET", target).body();
    }

    @Test
    void theFirstByNameAnswersNotTheOneThatFitsBest() throws IOException {
        assertThat(bodyOf("/order/exact")).isEqualTo("first by name");
    }

    @Test
    void aStaticMethodAtTheRouteOfItsNameAnswers() throws IOException {
        assertThat(bodyOf("/unrouted")).isEqualTo("static");
    }

    @Test
    void aRouteValueBecomesANumber() throws IOException {
        assertThat(bodyOf("/numbers/41")).isEqualTo("number 42");
    }

    @Test
    void aValueThatItsConstraintRefusesIsNotFound() throws IOException {
        assertThat(host.send("GET", "/numbers/many").status()).isEqualTo(404);
    }

    @Test
    void aWrongMethodIsNotFoundAndNeverNotAllowed() throws IOException {
        RawAnswer answer = host.send("DELETE", "/numbers/1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headAndOptionsAreNotFoundUnlessTheyAreNamed() throws IOException {
        assertThat(host.send("HEAD", "/numbers/1").status()).isEqualTo(404);
        assertThat(host.send("OPTIONS", "/numbers/1").status()).isEqualTo(404);
        assertThat(host.send("HEAD", "/told/1").status()).isEqualTo(200);
    }

    @Test
    void aMethodThatNobodyKnowsIsNotFound() throws IOException {
        assertThat(host.send("BREW", "/told/1").status()).isEqualTo(404);
    }

    @Test
    void aFunctionWithoutMethodsIsNeverFound() throws IOException {
        assertThat(host.send("GET", "/silent").status()).isEqualTo(404);
        assertThat(host.post("/silent", "").status()).isEqualTo(404);
    }

    @Test
    void aRouteValueWinsOverTheQueryAndTheBody() throws IOException {
        assertThat(host.post("/named/route?who=query", "{\"who\":\"body\"}").body())
                .isEqualTo("named route");
    }

    @Test
    void theQueryWinsOverTheBody() throws IOException {
        assertThat(host.post("/named?who=query", "{\"who\":\"body\"}").body())
                .isEqualTo("named query");
    }

    @Test
    void aScalarOfTheBodyIsBoundWhereNothingElseIs() throws IOException {
        assertThat(host.post("/named", "{\"who\":true}").body()).isEqualTo("named True");
    }

    @Test
    void anEmptyQueryValueIsBoundThoughItIsNoQueryParameter() throws IOException {
        assertThat(bodyOf("/named?who=")).isEqualTo("named ");
    }

    @Test
    void anOptionalRouteValueThatIsAbsentFails() throws IOException {
        assertThat(host.send("GET", "/named").status()).isEqualTo(500);
    }
}
