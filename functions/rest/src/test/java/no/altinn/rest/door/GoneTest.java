package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class GoneTest {
    private final DoorBed bed =
            DoorBed.of(() -> List.of(Route.open("GET", "", visit -> Reply.done())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consentRequests",
                "ConsentRequests/abc",
                "consentrequest/abc?ForceEIAuthentication",
                "authorization/token?authorizationCode=x",
                "serviceowner/consents/x/y",
                "delegationRequests",
                "delegationRequests/1",
                "my/authorization/apprights",
                "310000001/apprights/1"
            })
    void whatIsNotBuiltIsGoneWhoeverAsks(String path) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD")) {
            assertThat(
                            bed.ask(method, path)
                                    .without("ApiKey")
                                    .with("Origin", "https://other.example")
                                    .answer()
                                    .status())
                    .isEqualTo(410);
        }
    }

    @ParameterizedTest
    @CsvSource({"authorization, 404", "serviceowner, 404", "consent, 404"})
    void whatNeverWasIsNotFound(String path, int status) {
        assertThat(bed.get(path).answer().status()).isEqualTo(status);
    }
}
