package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** Reading on about the subject that a header named, which no address may show. */
@ExtendWith(RunningPlatform.class)
final class HeaderSubjectTest {
    private static final String HEADER = "Altinn-AlternativeSubject";
    private static final String NUMBER = "01909012345";
    private static final String PERSON = "/person/" + NUMBER;

    private final Platform platform;
    private final Tokens tokens;
    private final String resource = Platform.resource();

    HeaderSubjectTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @Test
    void followingNextWithoutTheHeaderReadsAllOfTheSubjectAndNothingElse() {
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            publish("/person/02909012346");
            published.add(publish(PERSON));
        }

        List<String> read = new ArrayList<>();
        Reply page = reading("&size=2").header(HEADER, PERSON).send();
        while (page.header("next").isPresent()) {
            read.addAll(page.ids());
            assertThat(page.next()).doesNotContain(NUMBER).contains("&after=%7E%7E");
            page = following(page).send();
        }

        assertThat(read).isEqualTo(published);
    }

    @Test
    void beginningNowKeepsTheHeadersSubjectForItsCallerAlone() {
        publish(PERSON);
        Call call = platform.api("GET", "events?resource=" + resource + "&after=now");
        Reply now = call.bearer(tokens.ttd()).header(HEADER, PERSON).send();
        assertThat(now.ids()).isEmpty();
        assertThat(now.next()).doesNotContain(NUMBER).contains("&after=%7E%7E");

        publish("/org/1");
        String later = publish(PERSON);
        assertThat(following(now).send().ids()).containsExactly(later);
        assertThat(platform.get(now.next()).bearer(tokens.skd()).send().status()).isEqualTo(400);
    }

    @Test
    void whoSendsTheHeaderAgainReadsTheSame() {
        publish(PERSON);
        Reply page = reading("").header(HEADER, PERSON).send();
        publish("/org/1");
        String later = publish(PERSON);

        assertThat(following(page).header(HEADER, PERSON).send().ids()).containsExactly(later);
        assertThat(following(page).send().ids()).containsExactly(later);
    }

    @Test
    void anotherHeaderThanTheCursorsIs400() {
        publish(PERSON);
        Reply page = reading("").header(HEADER, PERSON).send();

        Reply refused = following(page).header(HEADER, "/person/02909012346").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.told())
                .isEqualTo(
                        "The header 'Altinn-AlternativeSubject' differs from the one that the"
                                + " cursor in the 'after' parameter was made with.");
    }

    @Test
    void aCursorOfTheBuildBeforeGoesOnWithTheHeader() {
        // It held a place alone; such a one is still told where no header is sent.
        platform.publish(EventText.on(resource).about("/party/50000002"));
        String place = after(platform.reading(resource, "").bearer(tokens.personA()).send());
        publish("/org/1");
        String ofPerson = publish(PERSON);

        Call call = platform.api("GET", "events?resource=" + resource + "&after=" + place);
        Reply page = call.bearer(tokens.ttd()).header(HEADER, PERSON).send();

        assertThat(place).startsWith("~").doesNotStartWith("~~");
        assertThat(page.ids()).containsExactly(ofPerson);
        assertThat(page.next()).contains("&after=%7E%7E");
        assertThat(call.bearer(tokens.ttd()).send().ids()).hasSize(2);
    }

    @Test
    void aCursorIsNoGoodForOtherCallersOtherResourcesOrWhenItWasChanged() {
        publish(PERSON);
        Reply page = reading("").header(HEADER, PERSON).send();
        String after = after(page);
        String elsewhere = "events?resource=" + Platform.resource() + "&after=" + after;
        String changed = page.next().substring(0, page.next().length() - 4) + "AAAA";

        for (Call call :
                List.of(
                        platform.get(page.next()).bearer(tokens.skd()),
                        platform.get(page.next()).bearer(tokens.personA()).header(HEADER, PERSON),
                        platform.api("GET", elsewhere).bearer(tokens.ttd()),
                        platform.api("GET", "app/ttd/x?after=" + after).bearer(tokens.ttd()),
                        platform.get(changed).bearer(tokens.ttd()),
                        platform.get(changed).bearer(tokens.ttd()).header(HEADER, PERSON))) {
            Reply refused = call.send();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.told())
                    .isEqualTo(
                            "The cursor in the 'after' parameter was not made for this caller and"
                                    + " resource, was changed, or is too old.");
        }
    }

    @Test
    void aNewTokenOfTheSameCallerGoesOn() {
        String first = publish(PERSON);
        Reply page = reading("&size=1").header(HEADER, PERSON).send();
        String later = publish(PERSON);

        Reply next =
                platform.get(page.next())
                        .bearer(tokens.serviceOwner("ttd", Tokens.SUBSCRIBE))
                        .send();

        assertThat(page.ids()).containsExactly(first);
        assertThat(next.ids()).containsExactly(later);
    }

    @Test
    void aPageOfWithheldEventsStillKeepsTheSubject() {
        publish(PERSON);
        Reply page =
                platform.reading(resource, "")
                        .bearer(tokens.personB())
                        .header(HEADER, PERSON)
                        .send();

        assertThat(page.ids()).isEmpty();
        assertThat(page.next()).contains("&after=%7E%7E").doesNotContain(NUMBER);
        assertThat(platform.get(page.next()).bearer(tokens.personB()).send().status())
                .isEqualTo(200);
    }

    @Test
    void aSubjectInTheQueryAndOneInTheCursorAreTwo() {
        publish(PERSON);
        Reply page = reading("").header(HEADER, PERSON).send();

        Reply refused = platform.get(page.next() + "&subject=/party/1").bearer(tokens.ttd()).send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.told())
                .isEqualTo("Only one of 'subject' or 'alternativeSubject' can be defined.");
    }

    private Call reading(String more) {
        return platform.reading(resource, more).bearer(tokens.ttd());
    }

    private Call following(Reply page) {
        return platform.get(page.next()).bearer(tokens.ttd());
    }

    /** What {@code next} goes on with. */
    private static String after(Reply page) {
        return page.next().replaceFirst(".*after=", "").replace("%7E", "~");
    }

    /** Publishes an event about a person, also by another name; its id. */
    private String publish(String alternativeSubject) {
        EventText event =
                EventText.on(resource)
                        .about("/party/50000001")
                        .with("alternativesubject", alternativeSubject);
        platform.publish(event);
        return event.id();
    }
}
