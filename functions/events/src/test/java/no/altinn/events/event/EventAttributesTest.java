package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventAttributesTest {
    private static final String REQUIRED =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"";

    private static EventAttributes of(String members) {
        return EventAttributes.of(EventReader.stored(REQUIRED + members + "}"));
    }

    @Test
    void allAttributesAreThereWithTheirTypes() {
        EventAttributes event =
                of(",\"text\":\"a\\u00e5\",\"number\":-12,\"zero\":-0,\"flag\":true,\"no\":false");

        assertThat(event.find("specversion")).contains(new AttributeValue.Text("1.0"));
        assertThat(event.find("source")).contains(new AttributeValue.Text("/s"));
        assertThat(event.find("text")).contains(new AttributeValue.Text("aå"));
        assertThat(event.find("number")).contains(new AttributeValue.Whole(-12));
        assertThat(event.find("zero").orElseThrow().text()).isEqualTo("0");
        assertThat(event.find("flag")).contains(new AttributeValue.Truth(true));
        assertThat(event.find("no").orElseThrow().text()).isEqualTo("false");
    }

    @Test
    void dataAndNullsAreNoAttributes() {
        EventAttributes event = of(",\"data\":\"x\",\"gone\":null");

        assertThat(event.find("data")).isEmpty();
        assertThat(event.find("gone")).isEmpty();
        assertThat(of(",\"data_base64\":\"\"").find("data_base64")).isEmpty();
        assertThat(event.find("missing")).isEmpty();
    }

    @Test
    void whatAnEarlierVersionAcceptedHasItsText() {
        EventAttributes event = of(",\"great\":3000000000,\"part\":1.50,\"object\":{\"a\":1}");

        assertThat(event.find("great")).contains(new AttributeValue.Text("3000000000"));
        assertThat(event.find("part")).contains(new AttributeValue.Text("1.50"));
        assertThat(event.find("object")).contains(new AttributeValue.Text(""));
    }
}
