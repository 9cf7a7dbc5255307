package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class DoorTest {
    private static Routes routes() {
        return () ->
                List.of(
                        Route.of(
                                "GET",
                                "{who}/messages",
                                Category.MESSAGE,
                                Needs.USER,
                                Set.of("altinn:instances.read"),
                                DoorTest::list),
                        Route.of(
                                "POST",
                                "{who}/messages",
                                Category.MESSAGE,
                                Needs.USER,
                                Set.of("altinn:instances.write"),
                                visit -> {
                                    String name = visit.body().required("Name");
                                    return Reply.created(visit.whoAddress("messages/" + name));
                                }),
                        Route.open("GET", "", visit -> Reply.done()));
    }

    private static Reply list(Visit visit) {
        return Reply.of(
                Listing.of(
                        "messages",
                        "Message",
                        List.of(
                                Resource.of(
                                        "Message",
                                        Members.builder()
                                                .text("MessageId", "a1")
                                                .text("Name", Optional.empty())
                                                .build(),
                                        Link.of("self", visit.whoAddress("messages/a1")))),
                        Link.of("self", visit.whoAddress("messages"))));
    }

    private final DoorBed bed = DoorBed.of(routes()).calledBy(DoorBed.A);

    @Test
    void aListIsAnsweredUnderTheWhoThatWasAskedFor() {
        Answer answer = bed.get("310000001/messages").accepting("application/hal+json").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"_links\":{\"self\":{\"href\":\"https://rest.example/api/310000001/messages\"}},"
                                + "\"_embedded\":{\"messages\":[{\"MessageId\":\"a1\",\"_links\":{\"self\":"
                                + "{\"href\":\"https://rest.example/api/310000001/messages/a1\"}}}]}}");
    }

    @Test
    void whatIsMadeHasItsAddressInTheAnswer() {
        Answer answer = bed.post("my/messages", "{\"name\":\"a2\"}").answer();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("https://rest.example/api/my/messages/a2");
    }
}
