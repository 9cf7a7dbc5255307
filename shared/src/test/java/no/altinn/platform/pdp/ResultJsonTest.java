package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class ResultJsonTest {
    private static List<Result> read(String json) {
        return ResultJson.read(Json.parse(json.replace('\'', '"')));
    }

    @Test
    void membersAreReadInAnyCase() {
        String answer =
                """
                {'Response':[{'Decision':'Permit',
                  'Category':[{'CategoryId':'c','Attribute':[{'AttributeId':'i','Value':'v'}]}],
                  'Obligations':[{'Id':'o','AttributeAssignment':[
                    {'Category':'urn:altinn:minimum-authenticationlevel','AttributeId':'a',
                     'Value':'3'}]}]}]}
                """;

        Result result = read(answer).get(0);

        assertThat(result.decision())
                .isEqualTo(
                        new Decision.Permit(
                                List.of(
                                        new Obligation(
                                                "urn:altinn:minimum-authenticationlevel",
                                                "a",
                                                "3"))));
        assertThat(result.included().values())
                .containsExactly(new IncludedAttributes.Value("c", "i", "v"));
    }

    @Test
    void numbersAreReadAsTexts() {
        String answer =
                "{'response':[{'decision':'Permit','obligations':[{'attributeAssignment':"
                        + "[{'category':'c','attributeId':'a','value':3}]}]}]}";

        assertThat(read(answer).get(0).decision())
                .isEqualTo(new Decision.Permit(List.of(new Obligation("c", "a", "3"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deny", "NotApplicable", "permit", "PERMIT", "Permit ", "Maybe"})
    void onlyTheExactWordPermits(String decision) {
        Decision read = read("{'response':[{'decision':'" + decision + "'}]}").get(0).decision();

        assertThat(read).isEqualTo(new Decision.Denied(decision));
        assertThat(read.permits()).isFalse();
    }

    @Test
    void aSingleResultMayStandWithoutAList() {
        assertThat(read("{'response':{'decision':'Permit','category':null}}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "'Permit'",
                "{'response':null}",
                "{'response':[]}",
                "{'response':'Permit'}",
                "{'response':[{}]}",
                "{'response':['Permit']}",
                "{'response':[{'decision':null}]}",
                "{'response':[{'decision':['Permit']}]}",
                "{'response':[{'decision':'Indeterminate'}]}",
                "{'response':[{'decision':'Indeterminate{DP}'}]}",
                "{'response':[{'decision':'Permit'},{'decision':'Indeterminate'}]}"
            })
    void anythingElseIsAFailure(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(DecisionPointUnavailable.class);
    }
}
