package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.platform.json.Json;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What holds for every text, good or bad. */
class EventTextPropertyTest {
    @Property(tries = 300)
    void theTextOfAnyDataSurvives(@ForAll("json") String data, @ForAll("space") String space) {
        Event event = EventReader.structured(EventJson.with("\"data\":" + space + data + space));

        assertThat(event.json()).isEqualTo(EventJson.with("\"data\":" + data));
        assertThat(EventReader.structured(event.json())).isEqualTo(event);
        assertThat(EventReader.batch("[" + event.json() + "]")).containsExactly(event);
    }

    /** Parsers refill their buffers somewhere, and offsets are easily lost there. */
    @Property(tries = 60)
    void theTextOfDataSurvivesWhereverItStands(
            @ForAll("json") String data, @ForAll("offset") int before) {
        String padding =
                IntStream.rangeClosed(0, before / 4_000)
                        .mapToObj(i -> "\"a%d\":\"%s\",".formatted(i, "æ".repeat(before % 4_000)))
                        .collect(Collectors.joining());
        String members = "%s\"data\":%s,\"b\":12345".formatted(padding, data);

        assertThat(EventReader.structured(EventJson.with(members)).json())
                .isEqualTo(EventJson.with(members));
    }

    @Property(tries = 200)
    void anotherReaderOfCloudEventsReadsTheSameEvent(
            @ForAll("attribute") String subject, @ForAll("text") String data) {
        Event event =
                EventReader.structured(
                        EventJson.with(
                                "\"subject\":%s,\"data\":%s"
                                        .formatted(Json.string("s" + subject), Json.string(data))));

        CloudEvent read =
                new JsonFormat().deserialize(event.json().getBytes(StandardCharsets.UTF_8));

        assertThat(read.getId()).isEqualTo(event.id());
        assertThat(read.getSource()).isEqualTo(URI.create("https://s.example/a"));
        assertThat(read.getType()).isEqualTo(event.type());
        assertThat(read.getSubject()).isEqualTo(event.subject().orElseThrow());
        assertThat(read.getExtension("resource")).isEqualTo(event.resource());
        assertThat(Json.parse(new String(read.getData().toBytes(), StandardCharsets.UTF_8)))
                .isEqualTo(Json.parse(Json.string(data)));
    }

    @Property(tries = 500)
    void garbageIsRefusedInTheWordsOfTheContract(@ForAll("garbage") String text) {
        try {
            EventReader.structured(text);
        } catch (InvalidEvent | InvalidResource refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 300)
    void aTextCutShortIsRefused(@ForAll("json") String data, @ForAll("offset") int place) {
        String whole = EventJson.with("\"data\":" + data);
        String cut = whole.substring(0, place % whole.length());
        try {
            EventReader.structured(cut);
            throw new AssertionError("read: " + cut);
        } catch (InvalidEvent refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.recursive(this::scalar, EventTextPropertyTest::nested, 0, 3);
    }

    private static Arbitrary<String> nested(Arbitrary<String> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(items -> "[" + String.join(" ,", items) + "]"),
                inner.list().ofMaxSize(3).map(EventTextPropertyTest::object));
    }

    private Arbitrary<String> scalar() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "false", "0", "-0.0", "1e400", "1E-999", "0.1000", "\"\""),
                Arbitraries.bigIntegers().map(Object::toString),
                Arbitraries.bigDecimals().map(Object::toString),
                text().map(Json::string),
                Arbitraries.of("\"\\u00e5\"", "\"\\/\"", "\"\\ud800\"", "\"\\\"\""));
    }

    private static String object(List<String> values) {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            members.append(i == 0 ? "" : ",")
                    .append(" \"k")
                    .append((i * 7) % 5)
                    .append("\" : ")
                    .append(values.get(i));
        }
        return members.append("}").toString();
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> attribute() {
        return text().filter(AttributeText::isAllowed);
    }

    @Provide
    Arbitrary<String> space() {
        return Arbitraries.strings().withChars(' ', '\t', '\n', '\r').ofMaxLength(5);
    }

    @Provide
    Arbitrary<Integer> offset() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300),
                Arbitraries.integers().between(3_700, 4_100),
                Arbitraries.integers().between(32_600, 32_800));
    }

    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> members =
                Arbitraries.of("id", "source", "type", "specversion", "resource", "time", "x", "")
                        .flatMap(name -> json().map(raw -> Json.string(name) + ":" + raw));
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                json(),
                members.list().ofMaxSize(6).map(all -> "{" + String.join(",", all) + "}"),
                members.map(EventJson::with));
    }
}
