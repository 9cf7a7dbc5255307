package no.altinn.rest.endpoint.outside;

import no.altinn.rest.app.OutsideParts;
import no.altinn.rest.application.Application;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.Routes;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.source.SourceAnswer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A box with lookups and payments, whose outside services do as they are told; for tests. */
final class OutsideBed {
    static final String XML = "<Skjema><navn>Å</navn></Skjema>";
    static final String API = DoorBed.BASE + "api/";

    /** The id of the application of {@link DoorBed#ALL}. */
    static final String APPLICATION = "a";

    final BoxBed box = new BoxBed();

    /** The references of what has been paid. */
    final Set<String> paid = ConcurrentHashMap.newKeySet();

    /** What the payment service was asked. */
    final List<String> references = new CopyOnWriteArrayList<>();

    /** What the source was asked. */
    final List<URI> asked = new CopyOnWriteArrayList<>();

    /** What outside services fail with; empty where they work. */
    volatile Optional<RuntimeException> failure = Optional.empty();

    volatile SourceAnswer answer =
            new SourceAnswer("text/plain", "svar".getBytes(StandardCharsets.UTF_8));

    final List<Routes> routes =
            new OutsideParts(
                            new OutsideParts.Ground(
                                    box.messages,
                                    box.permissions,
                                    box.services,
                                    box.reportees,
                                    OutsideBed::application),
                            new OutsideParts.Services(this::ask, this::isPaid),
                            box.clock)
                    .routes();

    final DoorBed door = box.door(routes);

    private static Optional<Application> application(String id) {
        return switch (id) {
            case APPLICATION ->
                    Optional.of(
                            new Application(
                                    id,
                                    "All",
                                    "991825827",
                                    Set.of(DoorBed.ORIGIN, "http://localhost:8080"),
                                    Category.grants()));
            case "r" ->
                    Optional.of(
                            new Application(
                                    id, "Reader", "991825827", Set.of(), Set.of("Message.read")));
            default -> Optional.empty();
        };
    }

    private SourceAnswer ask(URI address) {
        asked.add(address);
        failure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        return answer;
    }

    private boolean isPaid(URI status, String reference) {
        references.add(reference);
        failure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        return paid.contains(reference);
    }

    /** Sends in a form of a service, and gives the number of its message. */
    long send(String service) {
        DoorBed.Answer sent = door.post("my/messages", BoxBed.form(service, XML)).answer();
        return MessageId.parse(last(sent.header("Location"))).orElseThrow().number();
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A message of person A, under either of its ids. */
    Message message(long number) {
        return box.messages
                .find(DoorBed.PERSON.partyId(), new MessageId(false, number))
                .or(() -> box.messages.find(DoorBed.PERSON.partyId(), new MessageId(true, number)))
                .orElseThrow();
    }

    /** A request to an absolute address, as a browser sends it: without a key. */
    static DoorBed.Asked browser(DoorBed door, String address) {
        return door.get(address.substring(API.length())).without("ApiKey");
    }
}
