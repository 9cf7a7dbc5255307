package no.altinn.rest.form;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.Origin;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.Signature;
import no.altinn.rest.message.State;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.message.Validation;
import no.altinn.rest.message.Words;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Forms on their way: filled in, validated, signed, sent in (rest-resources.md, Submitting).
 * Thread-safe.
 */
public final class FormTasks {
    private final Messages messages;
    private final Access access;
    private final FormServices services;
    private final FormCheck check;
    private final DraftContents drafts;
    private final StoredFiles files;
    private final Clock clock;

    public FormTasks(
            Messages messages,
            Access access,
            FormServices services,
            FormCheck check,
            StoredFiles files,
            Clock clock) {
        this.messages = messages;
        this.access = access;
        this.services = services;
        this.check = check;
        this.drafts = new DraftContents(check, files);
        this.files = files;
        this.clock = clock;
    }

    /**
     * Makes a message of a form.
     *
     * @param language in which the message is called as its service is
     * @return the message's id
     * @throws Refusal if the user may not, or the draft is not what the service takes
     */
    public MessageId submit(Actor actor, Draft draft, Goal goal, Language language) {
        Service service = services.require(draft.service());
        access.require(actor, service, Action.WRITE);
        if (goal == Goal.SENT) {
            access.require(actor, service, Action.SIGN);
        }
        if (goal != Goal.SENT || service.needsPayment()) {
            messages.requireRoomForForm(actor.party().partyId());
        }
        Contents contents = drafts.of(actor.party().partyId(), service, draft, goal, 1);
        String name = access.nameOf(actor);
        Instant now = clock.instant();
        Words words =
                new Words(
                        service.name().in(language),
                        "",
                        actor.party().name(),
                        Optional.empty(),
                        List.of());
        return messages.add(
                        number ->
                                towards(
                                        goal,
                                        service,
                                        Message.of(
                                                actor.party().partyId(),
                                                number,
                                                Origin.of(service),
                                                words,
                                                now,
                                                name,
                                                new State.Filling(),
                                                contents),
                                        actor,
                                        name,
                                        SignatureSpec.all()))
                .id();
    }

    /**
     * Puts other forms and attachments in the place of a message's, or leaves them if the draft has
     * neither, and goes on.
     *
     * @param spec what is signed of forms that are left as they are; all of new ones
     * @return the message's id afterwards
     * @throws Refusal if the user may not, or the draft is not what the service takes
     */
    public MessageId replace(
            Actor actor, MessageId id, Draft draft, Goal goal, SignatureSpec spec) {
        Message before = open(actor, id);
        Service service = services.require(before.origin().service());
        boolean onlySigns =
                before.state() instanceof State.Signing && draft.keepsAll() && goal == Goal.SENT;
        access.require(actor, service, onlySigns ? Action.SIGN : Action.WRITE);
        if (goal == Goal.SENT) {
            access.require(actor, service, Action.SIGN);
        }
        if (!draft.service().equals(service.key())) {
            throw new Refusal.Invalid("The message is of the service " + service.key());
        }
        Contents old = before.contents();
        Contents next =
                draft.keepsAll()
                        ? drafts.kept(service, old, goal)
                        : drafts.of(before.party(), service, draft, goal, old.lastId() + 1);
        SignatureSpec signs = draft.keepsAll() ? spec : SignatureSpec.all();
        String name = access.nameOf(actor);
        try {
            Message after =
                    messages.change(
                            before.party(),
                            id,
                            message -> {
                                requireUnchanged(before, message);
                                Message filled =
                                        message.with(next)
                                                .in(new State.Filling())
                                                .changed(clock.instant(), name);
                                return towards(goal, service, filled, actor, name, signs);
                            });
            files.dropUnused(old, next);
            return after.id();
        } catch (Refusal e) {
            files.dropUnused(next, old);
            throw e;
        }
    }

    /** What is wrong with a message's forms. */
    public Validation validate(Actor actor, MessageId id) {
        Message message =
                messages.find(actor.party().partyId(), id).orElseThrow(Refusal.Absent::new);
        access.requireReading(actor, message);
        if (!(message.state() instanceof State.Open)) {
            throw new Refusal.Absent();
        }
        return check.of(services.require(message.origin().service()), message.contents().forms());
    }

    private Message open(Actor actor, MessageId id) {
        Message message =
                messages.find(actor.party().partyId(), id).orElseThrow(Refusal.Absent::new);
        access.requireReading(actor, message);
        if (message.state() instanceof State.Paying) {
            throw new Refusal.Forbidden("The form is signed and waits for the payment");
        }
        if (message.state() instanceof State.Binned) {
            throw new Refusal.Deleted();
        }
        if (!(message.state() instanceof State.Open)) {
            throw new Refusal.Forbidden("Only a form that is not sent in can be changed");
        }
        return message;
    }

    private Message towards(
            Goal goal,
            Service service,
            Message message,
            Actor actor,
            String name,
            SignatureSpec spec) {
        return switch (goal) {
            case FILLING -> message;
            case SIGNING -> message.in(new State.Signing());
            case SENT -> signed(service, message, actor, name, spec);
        };
    }

    private Message signed(
            Service service, Message message, Actor actor, String name, SignatureSpec spec) {
        Instant now = clock.instant();
        Signature signature =
                new Signature(
                        name,
                        now,
                        actor.user().level(),
                        spec.formsOf(message.contents()),
                        spec.attachmentsOf(message.contents()));
        Message signed = message.with(message.contents().with(signature));
        return service.needsPayment()
                ? signed.in(State.Paying.anew()).changed(now, name)
                : signed.sent(now, name);
    }

    /** Contents that were checked are put only in the place of those that they were made for. */
    private static void requireUnchanged(Message before, Message now) {
        if (!before.contents().equals(now.contents()) || !before.state().equals(now.state())) {
            throw new Refusal.Conflict();
        }
    }
}
