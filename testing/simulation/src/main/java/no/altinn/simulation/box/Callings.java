package no.altinn.simulation.box;

import no.altinn.rest.correspondence.Letter;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.NotTaken;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.Goal;
import no.altinn.rest.form.SignatureSpec;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Refusal;
import no.altinn.simulation.schedule.Stage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Callers that send letters and forms, read, archive and delete. Most of them ask again when they
 * get no answer.
 */
final class Callings {
    private static final Set<Class<? extends RuntimeException>> REFUSALS =
            Set.of(
                    Refusal.Absent.class,
                    Refusal.Forbidden.class,
                    Refusal.Deleted.class,
                    Refusal.Conflict.class,
                    NotTaken.class);

    /** Attempts whose answers were lost may have filled the form with files. */
    private static final Set<Class<? extends RuntimeException>> REFUSALS_OF_FILES =
            Stream.concat(REFUSALS.stream(), Stream.of(Refusal.Invalid.class))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(20);
    private static final String FORM = "<Skjema><navn>%s</navn></Skjema>";

    private final Stage<BoxProcess> stage;
    private final StoredBlobs blobs;
    private final BoxLedger ledger;
    private int number;

    Callings(Stage<BoxProcess> stage, StoredBlobs blobs, BoxLedger ledger) {
        this.stage = stage;
        this.blobs = blobs;
        this.ledger = ledger;
    }

    /** Plans this many new messages within this length of time, and calls that change them. */
    void plan(int messages, Duration length) {
        for (int i = 0; i < messages; i++) {
            number++;
            String name = "m" + number;
            boolean isLetter = stage.chance().hits(0.5);
            stage.some(length, () -> begin(name, isLetter));
        }
        for (int i = 0; i < 5 * messages; i++) {
            stage.some(length, this::doSomething);
        }
    }

    private void begin(String name, boolean isLetter) {
        if (isLetter) {
            call(
                    "letter " + name,
                    app -> {
                        ledger.attempt(name);
                        ledger.begun(name, app.letters().send(List.of("ttd"), letter(name)).id());
                    });
        } else {
            Goal goal = stage.chance().hits(0.5) ? Goal.SENT : Goal.FILLING;
            call(
                    "form " + name + " " + goal,
                    app -> {
                        ledger.attempt(name);
                        MessageId id =
                                app.forms().submit(Town.OWNER, draft(name), goal, Language.BOKMAAL);
                        ledger.begun(name, id);
                        if (goal == Goal.SENT) {
                            ledger.done(id, "sent");
                        }
                    });
        }
    }

    private Letter letter(String name) {
        return new Letter(
                Town.NUMBER,
                Services.LETTER,
                name,
                "Kort sagt",
                "<p>" + name + "</p>",
                "",
                stage.chance().hits(0.5),
                Optional.empty(),
                List.of(),
                "",
                List.of(new Letter.Enclosure("a.txt", "a", bytes(name))));
    }

    private static byte[] bytes(String name) {
        return name.repeat(20).getBytes(StandardCharsets.UTF_8);
    }

    private static Draft draft(String name) {
        return new Draft(
                Services.FORM,
                Optional.of(
                        List.of(new Draft.SentForm(true, "5000", 40_000, FORM.formatted(name)))),
                Optional.of(List.of(new Draft.SentFile("b.txt", "Vedlegg", bytes(name)))));
    }

    private void doSomething() {
        List<MessageId> all = new ArrayList<>(ledger.messages());
        if (all.isEmpty()) {
            return;
        }
        MessageId id = stage.chance().pick(all);
        Actor actor = stage.chance().hits(0.5) ? Town.OWNER : Town.DELEGATE;
        switch (stage.chance().nextInt(10)) {
            case 0, 1, 2 -> open(actor, id);
            case 3 -> call("confirm " + id, app -> app.handling().confirm(actor, id));
            case 4, 5 ->
                    call(
                            "archive " + id,
                            app -> {
                                app.handling().archive(actor, id);
                                ledger.done(id, "archived");
                            });
            case 6 ->
                    call(
                            "delete " + id,
                            app -> {
                                app.handling().delete(actor, id);
                                ledger.done(id, "deleted");
                            });
            case 7 -> upload(actor, id);
            default -> sendIn(actor, id);
        }
    }

    private void open(Actor actor, MessageId id) {
        call(
                "open " + id + " by " + actor.user(),
                app -> {
                    Instant from = stage.world().now();
                    app.reading().open(actor, id, stage.chance().hits(0.8));
                    ledger.opened(
                            new BoxLedger.Opened(
                                    actor.user().userId(), id, from, stage.world().now()));
                });
    }

    /** Now and then both persons do the same, or an impatient person does it twice. */
    private void sendIn(Actor actor, MessageId id) {
        call(
                "send in " + id,
                app -> {
                    MessageId sent =
                            app.forms()
                                    .replace(
                                            actor,
                                            id,
                                            new Draft(
                                                    Services.FORM,
                                                    Optional.empty(),
                                                    Optional.empty()),
                                            Goal.SENT,
                                            SignatureSpec.all());
                    ledger.done(sent, "sent");
                });
        if (stage.chance().hits(0.3)) {
            stage.world().after(stage.chance().upTo(SOONEST), () -> sendIn(actor, id));
        }
    }

    /** A file that passes the app by, and may break off on its way. */
    private void upload(Actor actor, MessageId id) {
        byte[] whole = bytes("f" + id);
        boolean isCut = stage.chance().hits(0.4);
        call(
                "upload to " + id + (isCut ? ", broken off" : ""),
                REFUSALS_OF_FILES,
                app -> {
                    app.filling().requireWanted(actor, id, "c.txt", "Vedlegg", whole.length);
                    Arrivals.Expected expected = app.arrivals().expect(id.toString(), whole.length);
                    blobs.send(expected.name(), isCut ? Arrays.copyOf(whole, 3) : whole);
                    ArrivedFile arrived =
                            app.arrivals()
                                    .take(
                                            expected.name(),
                                            id.toString(),
                                            whole.length,
                                            Optional.empty());
                    app.filling().attach(actor, id, "c.txt", "Vedlegg", arrived);
                });
    }

    private void call(String what, Consumer<BoxProcess> work) {
        call(what, REFUSALS, work);
    }

    private void call(
            String what,
            Set<Class<? extends RuntimeException>> refusals,
            Consumer<BoxProcess> work) {
        stage.call(
                what,
                refusals,
                work,
                outcome -> {
                    boolean isUnanswered =
                            outcome.isCrashed()
                                    || outcome.failure()
                                            .filter(e -> !isOneOf(refusals, e))
                                            .isPresent();
                    if (isUnanswered && stage.chance().hits(0.8)) {
                        stage.world()
                                .after(
                                        stage.chance().between(SOONEST, LATEST),
                                        () -> call(what, refusals, work));
                    }
                });
    }

    private static boolean isOneOf(
            Set<Class<? extends RuntimeException>> refusals, RuntimeException failure) {
        return refusals.stream().anyMatch(kind -> kind.isInstance(failure));
    }
}
