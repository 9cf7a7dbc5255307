package no.altinn.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SettingsReaderTest {
    @Test
    void whatIsThereIsRead() {
        SettingsReader reader =
                new SettingsReader(
                        Map.of(
                                "text",
                                " a ",
                                "flag",
                                "True",
                                "list",
                                "a, b,,c",
                                "uri",
                                "https://h"));

        assertThat(reader.text("text")).isEqualTo("a");
        assertThat(reader.text("text", "b")).isEqualTo("a");
        assertThat(reader.flag("flag")).isTrue();
        assertThat(reader.list("list")).containsExactly("a", "b", "c");
        assertThat(reader.baseUri("uri")).isEqualTo(URI.create("https://h/"));
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @Test
    void aListMayBeLeftOut() {
        SettingsReader reader =
                new SettingsReader(Map.of("list", "a, b,,c", "blank", " ", "commas", ","));

        assertThat(reader.optionalList("list")).containsExactly("a", "b", "c");
        assertThat(reader.optionalList("blank")).isEmpty();
        assertThat(reader.optionalList("none")).isEmpty();
        assertThatCode(reader::check).doesNotThrowAnyException();
        assertThat(reader.optionalList("commas")).isEmpty();
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContaining("commas must name at least one");
    }

    @Test
    void whatMayBeLeftOutHasAValueThen() {
        SettingsReader reader = new SettingsReader(Map.of("blank", " "));

        assertThat(reader.text("blank", "b")).isEqualTo("b");
        assertThat(reader.text("none", "b")).isEqualTo("b");
        assertThat(reader.flag("none")).isFalse();
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @Test
    void anEmptyTextIsOneThatIsLeftOut() {
        SettingsReader reader = new SettingsReader(Map.of("text", "", "uri", "", "other", ""));
        reader.text("text");
        reader.uri("uri");

        assertThat(reader.text("other", "b")).isEqualTo("b");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage("The app's settings are not usable: text is missing; uri is missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Microsoft.KeyVault(SecretUri=https://v.vault.example/secrets/key)",
                " @microsoft.keyvault(VaultName=v;SecretName=key)"
            })
    void aReferenceThatWasNotResolvedIsNoValue(String reference) {
        SettingsReader reader =
                new SettingsReader(
                        Map.of(
                                "text", reference,
                                "other", reference,
                                "flag", reference,
                                "list", reference,
                                "base", reference,
                                "uri", reference,
                                "secure", reference));

        assertThat(reader.text("text")).isEmpty();
        assertThat(reader.text("other", "absent")).isEqualTo("absent");
        assertThat(reader.flag("flag")).isFalse();
        assertThat(reader.list("list")).isEmpty();
        reader.baseUri("base");
        reader.uri("uri");
        reader.secureUri("secure");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll(
                        "text refers to a secret in Key Vault that could not be read",
                        "other refers to",
                        "flag refers to",
                        "list refers to",
                        "base refers to",
                        "uri refers to",
                        "secure refers to",
                        "refreshed")
                .withMessageNotContainingAny("missing", "must", "vault.example");
    }

    @Test
    void aReferenceThatWasNotResolvedIsToldWithTheRest() {
        SettingsReader reader =
                new SettingsReader(Map.of("key", "@Microsoft.KeyVault(SecretUri=https://v/)"));
        reader.text("key");
        reader.text("text");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll("key refers to", "text is missing");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", " 7 , 7", "10, 10", "'', 3"})
    void aWholeNumberIsRead(String value, int expected) {
        SettingsReader reader = new SettingsReader(Map.of("number", value));

        assertThat(reader.wholeNumber("number", 3, 10)).isEqualTo(expected);
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "+1", "1.0", "many", "4294967297", "99999999999"})
    void whatIsNoNumberWithinTheBoundsIsWrong(String value) {
        SettingsReader reader = new SettingsReader(Map.of("number", value));
        reader.wholeNumber("number", 3, 10);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage(
                        "The app's settings are not usable: number must be a whole number from 1"
                                + " to 10.");
    }

    @ParameterizedTest
    @CsvSource({"'', PT7S", "PT0S, PT0S", "PT0.5S, PT0.5S", "PT10S, PT10S"})
    void aDurationIsRead(String value, Duration expected) {
        SettingsReader reader = new SettingsReader(Map.of("time", value));

        assertThat(duration(reader)).isEqualTo(expected);
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT11S", "PT-1S", "7", "PT1S,PT2S", "PT99999999999999999999S"})
    void whatIsNoDurationWithinTheBoundsIsWrong(String value) {
        SettingsReader reader = new SettingsReader(Map.of("time", value));
        duration(reader);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage(
                        "The app's settings are not usable: time must be a duration of ISO 8601,"
                                + " from PT0S to PT10S, such as PT30S.");
    }

    private static Duration duration(SettingsReader reader) {
        return reader.duration(
                "time", Duration.ofSeconds(7), Duration.ZERO, Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PT1S|PT1S", "PT1S, PT1.5S ,pt1m|PT1S PT1.5S PT1M", "''|PT9S", "' '|PT9S"})
    void durationsAreRead(String value, String expected) {
        SettingsReader reader = new SettingsReader(Map.of("waits", value));

        assertThat(durations(reader))
                .extracting(Duration::toString)
                .containsExactly(expected.split(" "));
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1s",
                "10",
                "PT1S,",
                ",PT1S",
                "PT1S;PT2S",
                "PT0S",
                "PT0.999S",
                "-PT1S",
                "PT-1S",
                "PT1M0.001S",
                "P1Y",
                "PT9999999999999999999S",
                "PT1S,PT1S,PT1S,PT1S"
            })
    void whatIsNoListOfDurationsWithinTheBoundsIsWrong(String value) {
        SettingsReader reader = new SettingsReader(Map.of("waits", value));
        durations(reader);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage(
                        "The app's settings are not usable: waits must be 1 to 3 durations of ISO"
                                + " 8601, from PT1S to PT1M, with commas between them, such as"
                                + " PT1S,PT2S,PT5S.");
    }

    private static List<Duration> durations(SettingsReader reader) {
        return reader.durations(
                "waits",
                List.of(Duration.ofSeconds(9)),
                3,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1));
    }

    @Test
    void aSettingThatIsReadTwiceIsToldOnce() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.text("both");
        reader.text("both");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage("The app's settings are not usable: both is missing.");
    }

    @Test
    void whatIsWrongWithinASettingIsToldWithTheRest() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.text("whole");
        reader.within(Map.of("a part", "1")).text("another part");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll("whole is missing", "another part is missing");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        SettingsReader reader =
                new SettingsReader(Map.of("uri", "nonsense", "flag", "yes", "list", " , "));
        reader.text("text");
        reader.baseUri("uri");
        reader.baseUri("noUri");
        reader.flag("flag");
        reader.list("list");
        reader.list("noList");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage(
                        "The app's settings are not usable: text is missing; uri must be an absolute"
                                + " http or https URI without a query or fragment; noUri is"
                                + " missing; flag must be true or false; list must name at least"
                                + " one; noList is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/a, https://h.example/a/",
        "https://h.example/a/, https://h.example/a/",
        "http://localhost:5101, http://localhost:5101/"
    })
    void aBaseEndsWithASlash(String value, URI expected) {
        assertThat(new SettingsReader(Map.of("uri", value)).baseUri("uri")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h.example/orgs.json", "http://localhost:7071/a/"})
    void aUriThatIsNoBaseStaysAsItIs(String value) {
        assertThat(new SettingsReader(Map.of("uri", value)).uri("uri"))
                .isEqualTo(URI.create(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h.example",
                "/a",
                "ftp://h.example/",
                "https://",
                "https://h.example/?q=1",
                "https://h.example/#f",
                "https://a b/",
                "urn:a:b"
            })
    void whatIsNoHttpUriIsWrong(String value) {
        SettingsReader reader = new SettingsReader(Map.of("base", value, "uri", value));
        reader.baseUri("base");
        reader.uri("uri");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll("base must be", "uri must be");
    }

    @Test
    void aUriThatIsMissingIsToldOnce() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.uri("uri");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessage("The app's settings are not usable: uri is missing.");
    }

    @Test
    void aUriThatMayBeLeftOutIsReadWhereItIsThere() {
        SettingsReader reader = new SettingsReader(Map.of("uri", "http://h.example/a.js"));

        assertThat(reader.optionalUri("uri")).contains(URI.create("http://h.example/a.js"));
        assertThat(reader.optionalUri("none")).isEmpty();
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @Test
    void aUriThatMayBeLeftOutIsWrongWhereItIsNone() {
        SettingsReader reader = new SettingsReader(Map.of("uri", "a.js"));
        reader.optionalUri("uri");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContaining("uri must be");
    }

    @Test
    void aSecureUriIsTakenAsItIs() {
        SettingsReader reader = new SettingsReader(Map.of("uri", "https://h.example/api/events"));

        assertThat(reader.secureUri("uri")).isEqualTo(URI.create("https://h.example/api/events"));
        assertThatCode(reader::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h.example", "http://h.example/", "https:///a", "https://a b/"})
    void whatIsNoHttpsUriIsNotSecure(String value) {
        SettingsReader reader = new SettingsReader(Map.of("uri", value));
        reader.secureUri("uri");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContaining("uri ");
    }

    @Test
    void settingsOnTheirOwnAreReadAtOnceOrRefusedWithAllThatIsWrong() {
        String read = SettingsReader.read(Map.of("a", "1"), reader -> reader.text("a"));
        assertThat(read).isEqualTo("1");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(
                        () ->
                                SettingsReader.read(
                                        Map.of("c", "3"),
                                        reader ->
                                                reader.text("a")
                                                        + reader.text("b")
                                                        + reader.text("c")))
                .withMessageContainingAll("a is missing", "b is missing");
    }

    @Test
    void whatTheCallerFindsWrongIsToldWithTheRest() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.text("text");
        reader.wrong("a and b exclude each other");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageContainingAll("text is missing", "a and b exclude each other");
    }

    @Test
    void aValueIsNeverToldOnlyItsName() {
        SettingsReader reader = new SettingsReader(Map.of("uri", "secret value"));
        reader.baseUri("uri");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .withMessageNotContaining("secret");
    }

    @Test
    void whatNobodyUsesMayBeMissingOrWrong() {
        SettingsReader all = new SettingsReader(Map.of("Uri", "no uri", "UriOfAll", "no uri"));
        SettingsReader some = all.without(Set.of("Uri", "Text"));

        assertThat(some.uri("Uri").getHost()).isEqualTo("invalid");
        assertThat(some.text("Text")).isEmpty();
        assertThat(some.uri("UriOfAll").getHost()).isEqualTo("invalid");
        assertThat(some.text("TextOfAll")).isEmpty();

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(all::check)
                .withMessageContainingAll("UriOfAll must be", "TextOfAll is missing")
                .withMessageNotContainingAny("Uri must be", " Text is missing");
    }
}
