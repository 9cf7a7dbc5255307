package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reading one resource with a cursor, and who sees what of it. */
@ExtendWith(RunningPlatform.class)
final class ReadingTest {
    private static final String PERSON_A = "/party/50000001";
    private static final String PERSON_B = "/party/50000002";

    private final Platform platform;
    private final Tokens tokens;
    private final String resource = Platform.resource();

    ReadingTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @Test
    void followingNextReadsEveryEventOnceInItsOrder() {
        List<String> published = IntStream.range(0, 7).mapToObj(i -> publish(PERSON_A)).toList();
        List<String> read = new ArrayList<>();
        Reply page = read("&size=3", tokens.ttd());
        while (page.header("next").isPresent()) {
            read.addAll(page.ids());
            page = platform.get(page.next()).bearer(tokens.ttd()).send();
        }
        assertThat(read).isEqualTo(published);
        assertThat(page.ids()).isEmpty();
        assertThat(page.contentType()).isEqualTo("application/cloudevents+json; charset=utf-8");
    }

    @Test
    void nothingStoredIsAnEmptyPageWithoutNext() {
        Reply page = read("", tokens.ttd());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("[]");
        assertThat(page.header("next")).isEmpty();
    }

    @Test
    void aPollerThatHasReadAllGoesOnWhereItWas() {
        publish(PERSON_A);
        String next = read("", tokens.ttd()).next();
        assertThat(platform.get(next).bearer(tokens.ttd()).send().header("next")).isEmpty();
        String later = publish(PERSON_A);
        assertThat(platform.get(next).bearer(tokens.ttd()).send().ids()).containsExactly(later);
    }

    @Test
    void nextIsTheSameRequestOnThePlatformsOwnAddress() {
        String id = publish(PERSON_A);
        Reply page = read("&size=5&type=a%26b%20c&type=" + EventText.TYPE, tokens.ttd());
        String query = "&size=5&type=a%26b%20c&type=" + EventText.TYPE + "&after=" + id;
        assertThat(page.next())
                .isEqualTo(
                        platform.base()
                                + "events/api/v1/events?resource="
                                + resource.replace(":", "%3A")
                                + query);
    }

    @Test
    void theHostHeaderHasNoSayInNext() {
        publish(PERSON_A);
        RawHttp raw = new RawHttp(platform.base());
        String answer =
                raw.exchange(
                        "GET /events/api/v1/events?after=0&resource=%s HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                .formatted(resource, tokens.ttd()));
        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("\nnext: http://local");
        assertThat(answer).doesNotContain("evil.example");
    }

    @Test
    void aWithheldPageStillTellsHowToGoOnAndGivesNoIdAway() {
        String withheld = publish(PERSON_B);
        Reply page = read("", tokens.personA());
        assertThat(page.ids()).isEmpty();
        assertThat(page.next()).contains("&after=%7E").doesNotContain(withheld);

        String mine = publish(PERSON_A);
        Reply more = platform.get(page.next()).bearer(tokens.personA()).send();
        assertThat(more.ids()).containsExactly(mine);
        assertThat(more.next()).endsWith("after=" + mine);
    }

    @Test
    void aPageIsFilledUpPastWithheldEvents() {
        IntStream.range(0, 4).forEach(i -> publish(PERSON_B));
        String first = publish(PERSON_A);
        IntStream.range(0, 4).forEach(i -> publish(PERSON_B));
        String second = publish(PERSON_A);
        assertThat(read("&size=2", tokens.personA()).ids()).containsExactly(first, second);
    }

    @Test
    void theScanForPermittedEventsIsBoundedAndGoesOn() {
        IntStream.range(0, 12).forEach(i -> publish(PERSON_B));
        String mine = publish(PERSON_A);
        Reply page = read("&size=1", tokens.personA());
        assertThat(page.ids()).isEmpty();
        assertThat(platform.get(page.next()).bearer(tokens.personA()).send().ids())
                .containsExactly(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "unknown", "00000000-0000-0000-0000-000000000000", "%20"})
    void anUnknownAfterMeansFromTheStart(String after) {
        String id = publish(PERSON_A);
        Reply page =
                platform.api("GET", "events?resource=" + resource + "&after=" + after)
                        .bearer(tokens.ttd())
                        .send();
        assertThat(page.ids()).containsExactly(id);
    }

    @Test
    void aPollerThatBeginsNowReadsLaterEventsAlone() {
        publish(PERSON_A);
        Reply now = begin("now");
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.body()).isEqualTo("[]");
        assertThat(platform.get(now.next()).bearer(tokens.ttd()).send().header("next")).isEmpty();

        List<String> later = List.of(publish(PERSON_A), publish(PERSON_B));
        assertThat(platform.get(now.next()).bearer(tokens.ttd()).send().ids()).isEqualTo(later);
        assertThat(platform.get(now.next() + "&subject=" + PERSON_B).bearer(tokens.ttd()).send())
                .extracting(Reply::ids)
                .isEqualTo(later.subList(1, 2));
    }

    @Test
    void aPollerThatBeginsNowOnAnEmptyResourceReadsItsFirstEvent() {
        Reply now = begin("now");
        String id = publish(PERSON_A);
        assertThat(platform.get(now.next()).bearer(tokens.ttd()).send().ids()).containsExactly(id);
    }

    private Reply begin(String after) {
        return platform.api("GET", "events?resource=" + resource + "&after=" + after)
                .bearer(tokens.ttd())
                .send();
    }

    @Test
    void anIdOfAnotherResourceIsUnknown() {
        String id = publish(PERSON_A);
        EventText elsewhere = EventText.on(Platform.resource());
        platform.publish(elsewhere);
        Reply page =
                platform.api("GET", "events?resource=" + resource + "&after=" + elsewhere.id())
                        .bearer(tokens.ttd())
                        .send();
        assertThat(page.ids()).containsExactly(id);
    }

    @Test
    void subjectsAreComparedExactly() {
        String ofA = publish(PERSON_A);
        publish(PERSON_B);
        assertThat(read("&subject=" + PERSON_A, tokens.ttd()).ids()).containsExactly(ofA);
        assertThat(read("&subject=/party/5000000", tokens.ttd()).ids()).isEmpty();
        assertThat(read("&subject=/PARTY/50000001", tokens.ttd()).ids()).isEmpty();
    }

    @Test
    void theAlternativeSubjectIsAHeaderThatNextDoesNotTell() {
        String number = "01909012345";
        EventText event =
                EventText.on(resource)
                        .about(PERSON_A)
                        .with("alternativesubject", "/person/" + number);
        platform.publish(event);
        publish(PERSON_A);
        Call call = platform.reading(resource, "").bearer(tokens.ttd());
        Reply page = call.header("Altinn-AlternativeSubject", "/person/" + number).send();
        assertThat(page.ids()).containsExactly(event.id());
        assertThat(page.next()).doesNotContain(number);
        assertThat(call.header("Altinn-AlternativeSubject", "/person/1").send().ids()).isEmpty();
    }

    @Test
    void typesAreComparedExactlyAndAnyOfThemWill() {
        EventText first = EventText.on(resource).with("type", "a.b");
        EventText second = EventText.on(resource).with("type", "a,b");
        platform.publish(first);
        platform.publish(second);
        assertThat(read("&type=a.b", tokens.ttd()).ids()).containsExactly(first.id());
        assertThat(read("&type=a,b", tokens.ttd()).ids()).containsExactly(second.id());
        assertThat(read("&type=a,b&type=a.b", tokens.ttd()).ids()).hasSize(2);
        assertThat(read("&type=A.B", tokens.ttd()).ids()).isEmpty();
        assertThat(read("&type=", tokens.ttd()).ids()).hasSize(2);
    }

    @Test
    void pagesHold50UnlessToldOtherwiseAndNeverOver1000() {
        IntStream.range(0, 52).forEach(i -> publish(PERSON_A));
        assertThat(read("", tokens.ttd()).ids()).hasSize(50);
        assertThat(read("&size=0", tokens.ttd()).ids()).hasSize(50);
        assertThat(read("&size=-7", tokens.ttd()).ids()).hasSize(50);
        assertThat(read("&size=51", tokens.ttd()).ids()).hasSize(51);
        assertThat(read("&size=1001", tokens.ttd()).ids()).hasSize(52);
    }

    @Test
    void parameterNamesAreReadInAnyCase() {
        String id = publish(PERSON_A);
        Reply page =
                platform.api("GET", "events?RESOURCE=" + resource + "&After=0")
                        .bearer(tokens.ttd())
                        .send();
        assertThat(page.ids()).containsExactly(id);
    }

    private Reply read(String more, String token) {
        Reply page = platform.reading(resource, more).bearer(token).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page;
    }

    /** Publishes an event about somebody, or nobody; its id. */
    private String publish(String subject) {
        EventText event = EventText.on(resource);
        EventText about =
                Optional.of(subject)
                        .filter(text -> !text.isEmpty())
                        .map(event::about)
                        .orElse(event);
        platform.publish(about);
        return about.id();
    }
}
