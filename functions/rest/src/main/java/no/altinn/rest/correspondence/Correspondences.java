package no.altinn.rest.correspondence;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.Origin;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.SafeHtml;
import no.altinn.rest.message.State;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.message.Words;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts service owners' messages into boxes. Thread-safe. */
public final class Correspondences {
    private final Messages messages;
    private final Catalogue catalogue;
    private final Reportees reportees;
    private final StoredFiles files;
    private final Clock clock;

    public Correspondences(
            Messages messages,
            Catalogue catalogue,
            Reportees reportees,
            StoredFiles files,
            Clock clock) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.reportees = reportees;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Sends a letter.
     *
     * @param owners the codes of the service owner that sends it
     * @return the message in the receiver's box
     * @throws Refusal.Forbidden if the service is another's
     * @throws Refusal.Invalid if there is no such service or receiver, or the letter says too much
     */
    public Message send(Collection<String> owners, Letter letter) {
        Service service = service(letter);
        if (owners.stream().noneMatch(service.owner()::equalsIgnoreCase)) {
            throw new Refusal.Forbidden(
                    "The service %s belongs to another service owner".formatted(service.key()));
        }
        LetterRules.check(letter);
        String html = SafeHtml.of(letter.body());
        LetterRules.checkSafe(html);
        Reportee receiver = receiver(letter.reportee());
        String sender =
                letter.sender().isEmpty()
                        ? service.ownerName().in(Language.BOKMAAL)
                        : letter.sender();
        Instant now = clock.instant();
        Contents contents =
                new Contents(html, letter.custom(), 0, List.of(), List.of(), List.of())
                        .withAttachments(enclosed(receiver.partyId(), letter));
        Words words =
                new Words(
                        letter.subject(), letter.summary(), sender, letter.due(), letter.replies());
        return messages.add(
                number ->
                        Message.of(
                                receiver.partyId(),
                                number,
                                Origin.of(service),
                                words,
                                now,
                                sender,
                                new State.Unread(letter.requiresConfirmation()),
                                contents));
    }

    private Service service(Letter letter) {
        return catalogue
                .service(letter.service())
                .filter(service -> service.type() == ServiceType.CORRESPONDENCE)
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "There is no Correspondence " + letter.service()));
    }

    private Reportee receiver(String number) {
        Optional<Reportee> found =
                number.length() == 9 ? reportees.organisation(number) : reportees.person(number);
        return found.orElseThrow(
                () ->
                        new Refusal.Invalid(
                                "There is no Reportee with that number; nine digits of an"
                                        + " organisation or eleven of a person are expected"));
    }

    private List<Attachment> enclosed(int party, Letter letter) {
        List<Attachment> attachments = new ArrayList<>();
        for (Letter.Enclosure enclosure : letter.enclosures()) {
            attachments.add(
                    new Attachment(
                            attachments.size() + 1,
                            enclosure.fileName(),
                            enclosure.name().isEmpty()
                                    ? FileName.stem(enclosure.fileName())
                                    : enclosure.name(),
                            "",
                            enclosure.bytes().length,
                            files.keep(party, enclosure.bytes())));
        }
        return attachments;
    }
}
