package no.altinn.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TypedMembersTest {
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String what) {
            super(what);
        }
    }

    private static TypedMembers members(String json) {
        return TypedMembers.of(Json.parse(json.replace('\'', '"')), Refused::new);
    }

    private static TypedMembers inAnyCase(String json) {
        return TypedMembers.inAnyCase(Json.parse(json.replace('\'', '"')), Refused::new);
    }

    @Test
    void membersOfTheirTypesAreRead() {
        TypedMembers members =
                members("{'s':'a','i':-1,'n':9007199254740993,'l':['a','b'],'f':true}");

        assertThat(members.text("s")).isEqualTo("a");
        assertThat(members.optionalText("s")).contains("a");
        assertThat(members.number("i")).isEqualTo(-1);
        assertThat(members.optionalNumber("i")).hasValue(-1);
        assertThat(members.longNumber("n")).isEqualTo(9_007_199_254_740_993L);
        assertThat(members.optionalTexts("l")).contains(List.of("a", "b"));
        assertThat(members.flag("f")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'m':null}", "[]", "1", "null"})
    void whatMayBeLeftOutIsEmptyWhenItIsLeftOutOrNull(String json) {
        TypedMembers members = members(json);

        assertThat(members.optionalText("m")).isEmpty();
        assertThat(members.optionalNumber("m")).isEmpty();
        assertThat(members.optionalTexts("m")).isEmpty();
        assertThat(members.flag("m")).isFalse();
        assertThat(inAnyCase(json).optionalText("m")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'m':null}", "{'m':{}}", "[]"})
    void whatMustBeThereIsRefusedWhenItIsNot(String json) {
        TypedMembers members = members(json);

        assertThatThrownBy(() -> members.text("m"))
                .isInstanceOf(Refused.class)
                .hasMessage("'m' must be a string.");
        assertThatThrownBy(() -> members.number("m"))
                .isInstanceOf(Refused.class)
                .hasMessage("'m' must be a whole number of 32 bits.");
        assertThatThrownBy(() -> members.longNumber("m"))
                .isInstanceOf(Refused.class)
                .hasMessage("'m' must be a whole number of 64 bits.");
    }

    @Test
    void aMemberOfAnotherTypeIsRefusedThoughItMayBeLeftOut() {
        TypedMembers members = members("{'m':{}}");

        assertThatThrownBy(() -> members.optionalText("m")).hasMessage("'m' must be a string.");
        assertThatThrownBy(() -> members.optionalNumber("m"))
                .hasMessage("'m' must be a whole number of 32 bits.");
        assertThatThrownBy(() -> members.optionalTexts("m"))
                .hasMessage("'m' must be a list of strings.");
        assertThatThrownBy(() -> members.flag("m")).hasMessage("'m' must be true or false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2147483648", "'1'", "true"})
    void aNumberIsWholeAndOf32Bits(String value) {
        assertThatThrownBy(() -> members("{'m':%s}".formatted(value)).number("m"))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "9223372036854775808", "'1'"})
    void aLongNumberIsWholeAndOf64Bits(String value) {
        assertThatThrownBy(() -> members("{'m':%s}".formatted(value)).longNumber("m"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void everyItemOfAListOfStringsIsAString() {
        assertThatThrownBy(() -> members("{'m':['a',1]}").optionalTexts("m"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void membersOfAMemberAreRead() {
        assertThat(members("{'o':{'m':'a'}}").in("o").text("m")).isEqualTo("a");
        assertThatThrownBy(() -> members("{}").in("o").text("m")).isInstanceOf(Refused.class);
    }

    @Test
    void namesAreExactUnlessTheirCaseDoesNotCount() {
        assertThat(members("{'Name':'a'}").optionalText("name")).isEmpty();
        assertThat(inAnyCase("{'Name':'a'}").text("name")).isEqualTo("a");
    }

    @Test
    void namesThatDifferInTheirCaseAloneAreRefusedUnlessAllButOneAreNull() {
        assertThat(inAnyCase("{'name':null,'Name':'b','NAME':null}").text("name")).isEqualTo("b");
        assertThatThrownBy(() -> inAnyCase("{'name':'a','Name':'b'}"))
                .isInstanceOf(Refused.class)
                .hasMessage("'Name' is there twice, in this or another case.");
    }
}
