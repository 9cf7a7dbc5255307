package no.altinn.acceptance.infrastructure.bicep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class DeploymentTest {
    private static final String RESOURCE = "resource it 'A.B/c@2025-01-01' = ";

    private static Deployment of(String main) {
        return Deployment.of(new Sources(Map.of("a/main.bicep", main)), "a/main.bicep");
    }

    private static Deployment with(String main, String module) {
        Sources sources = new Sources(Map.of("a/main.bicep", main, "a/b/it.bicep", module));
        return Deployment.of(sources, "a/main.bicep");
    }

    private static JsonNode output(String expression) {
        return of("output it object = " + expression).outputs().path("it");
    }

    @Test
    void aResourceIsMadeWithItsTypeVersionAndName() {
        assertThat(
                        of(RESOURCE + "{\n  name: 'n' // why\n  tags: {\n    a: 1\n  }\n}\n")
                                .resources())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.id()).isEqualTo("/A.B/c/n");
                            assertThat(one.version()).isEqualTo("2025-01-01");
                            assertThat(one.body().at("/tags/a").asInt()).isOne();
                        });
    }

    @Test
    void aResourceThatIsThereAlreadyIsNotMade() {
        assertThat(of("resource it 'A.B/c@1' existing = {\n  name: 'n'\n}").resources()).isEmpty();
    }

    @Test
    void aResourceOnAConditionThatDoesNotHoldIsNotMade() {
        assertThat(
                        of("param on bool = false\n" + RESOURCE + "if (on) {\n  name: 'n'\n}")
                                .resources())
                .isEmpty();
    }

    @Test
    void aResourceInALoopIsMadeForEachItem() {
        assertThat(
                        of(RESOURCE + "[for (x, i) in ['a', 'b']: {\n  name: '${x}${i}'\n}]")
                                .resources())
                .extracting(Deployed::name)
                .containsExactly("a0", "b1");
    }

    @Test
    void aChildHasTheNamesOfItsParentsBeforeItsOwn() {
        String child = "resource child 'A.B/c/d@1' = {\n  parent: it\n  name: 'm'\n}\n";

        assertThat(of(child + RESOURCE + "{\n  name: 'n'\n}\n").resources())
                .extracting(Deployed::name)
                .containsExactlyInAnyOrder("n", "n/m");
    }

    @Test
    void aModuleGetsItsParametersAndGivesItsOutputs() {
        Deployment deployment =
                with(
                        "module m 'b/it.bicep' = {\n  name: 'm'\n  params: {\n    a: 'x'\n  }\n}\n"
                                + "output o string = m.outputs.b",
                        "param a string\noutput b string = '${a}y'");

        assertThat(deployment.outputs().path("o").asText()).isEqualTo("xy");
        assertThat(deployment.refusals()).isEmpty();
    }

    @Test
    void parametersThatAreMissingUndeclaredOrOutOfBoundsAreRefused() {
        Deployment deployment =
                with(
                        "module m 'b/it.bicep' = {\n  name: 'm'\n  params: {\n    a: 3\n    c: 1\n  }\n}",
                        "@description('A')\n@maxValue(2)\nparam a int\nparam b string");

        assertThat(deployment.refusals())
                .containsExactlyInAnyOrder(
                        "m.c is no parameter of a/b/it.bicep",
                        "m.a is 3, against @maxValue(2)",
                        "m.b is missing: a/b/it.bicep needs it");
    }

    @Test
    void aParameterFileGivesParameters() {
        Sources sources =
                new Sources(
                        Map.of(
                                "m.bicep",
                                "param a string\noutput o string = a",
                                "p.bicepparam",
                                "using 'm.bicep'\n\nparam a = 'x'\n"));

        assertThat(Deployment.of(sources, "m.bicep", "p.bicepparam").outputs().path("o").asText())
                .isEqualTo("x");
    }

    @Test
    void theLongestTextsAreThoseOfTheirBounds() {
        Sources sources =
                new Sources(
                        Map.of(
                                "m.bicep",
                                "@maxLength(3)\nparam a string\noutput o string = a",
                                "p.bicepparam",
                                "using 'm.bicep'\nparam a = 'b'\n"));

        assertThat(
                        Deployment.withLongestTexts(sources, "m.bicep", "p.bicepparam")
                                .outputs()
                                .path("o")
                                .asText())
                .isEqualTo("xxx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~ ",
            quoteCharacter = '`',
            value = {
                "1 == 1 ? 'a' : 'b' ~ \"a\"",
                "!empty('') || false ~ false",
                "[1, ...[2]] ~ [1,2]",
                "union({ a: 1 }, { a: 2 }) ~ {\"a\":2}",
                "{ a: 1, ...{ b: 2 } } ~ {\"a\":1,\"b\":2}",
                "map([1, 2], i => i * 2) ~ [2,4]",
                "filter([1, 2], i => i > 1) ~ [2]",
                "toObject(['a'], k => 'x${k}', k => 1) ~ {\"xa\":1}",
                "take(uniqueString('a'), 3) ~ \"abc\"",
                "cidrSubnet('10.0.0.0/16', 24, 3) ~ \"10.0.3.0/24\"",
                "{ a: { b: 1 } }.a.b ~ 1",
                "null ?? 'a' ~ \"a\"",
                "join(['a', 'b'], ',') ~ \"a,b\"",
                "contains(['a'], 'a') && 2 > 1 ~ true",
                "last(split('a/b', '/')) ~ \"b\"",
                "'''a${b}''' ~ \"a${b}\"",
                "'a\\'b' ~ \"a'b\""
            })
    void anExpressionIsWorkedOut(String expression, String json) {
        assertThat(output(expression)).hasToString(json);
    }

    @Test
    void aFunctionOfTheFileIsCalled() {
        assertThat(
                        of("func f(a string) string => '${a}!'\noutput o string = f('x')")
                                .outputs()
                                .path("o")
                                .asText())
                .isEqualTo("x!");
    }

    @Test
    void whatOnlyAzureKnowsIsUnknown() {
        Deployment deployment =
                of(RESOURCE + "{\n  name: 'n'\n}\noutput o string = 'x${it.properties.y}'");

        assertThat(Unknown.is(deployment.outputs().path("o"))).isTrue();
    }

    @Test
    void whatAzureMakesOfANameIsKnown() {
        assertThat(
                        of("resource v 'Microsoft.KeyVault/vaults@1' = {\n  name: 'n'\n}\n"
                                        + "output o string = v.properties.vaultUri")
                                .outputs()
                                .path("o")
                                .asText())
                .isEqualTo("https://n.vault.azure.net/");
    }

    @ParameterizedTest
    @CsvSource({
        "var a = [, line 1",
        "import a from 'b', a statement of this kind",
        "var a = 'x, too early"
    })
    void whatCannotBeReadIsRefusedWithFileAndLine(String bicep, String why) {
        assertThatThrownBy(() -> of(bicep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a/main.bicep, line 1")
                .hasMessageContaining(why);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> with("module m 'c.bicep' = {\n  name: 'm'\n}", ""))
                .hasMessageContaining("There is no file a/c.bicep");
    }

    @Test
    void resourcesAreFoundByTheirType() {
        assertThat(of(RESOURCE + "{\n  name: 'n'\n}").all("A.B/c")).hasSize(1);
        assertThat(List.copyOf(of("var a = 1").resources())).isEmpty();
    }
}
