package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationMethodTest {
    @ParameterizedTest
    @CsvSource({
        "BankID, BankID",
        "BankID Mobil, BankIDMobil",
        "Buypass, BuyPass",
        "Buypass ID, BuyPass",
        "Commfides, Commfides",
        "eIDAS, EIDAS",
        "Minid-PIN, MinIDPin",
        "MinID-PIN, MinIDPin",
        "Minid-OTC, MinIDOTC",
        "Minid-APP, MinIDApp",
        "TestID, IdportenTestId"
    })
    void idPortensMethodsHaveAltinnsNames(String amr, String name) {
        assertThat(AuthenticationMethod.of(Json.parse("\"" + amr + "\""))).isEqualTo(name);
        assertThat(AuthenticationMethod.of(Json.parse("[\"" + amr + "\",\"x\"]"))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"pwd\"", "[]", "[[\"BankID\"]]", "{}", "7", "null"})
    void whatIsNotKnownIsNotDefined(String amr) {
        assertThat(AuthenticationMethod.of(Json.parse(amr))).isEqualTo("NotDefined");
    }

    @Test
    void aTokenNeedNotTellTheMethod() {
        assertThat(AuthenticationMethod.of(MissingNode.getInstance())).isEqualTo("NotDefined");
    }
}
