package no.altinn.local;

import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.correspondence.Correspondences;
import no.altinn.rest.correspondence.Letter;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.record.EntryStore;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The messages that are in the boxes from the start: of the person a1 with an attachment, a2 to
 * confirm, a3 of level 3 and b4 in the archive; of the organisation a5. One that is there already,
 * in whatever state, is left alone.
 */
public final class LocalMessages {
    private static final String PERSON_LETTER = "2001";
    private static final String SECRET_LETTER = "2002";

    private static final byte[] PDF =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final EntryStore entries;
    private final Catalogue catalogue;
    private final Reportees reportees;
    private final StoredFiles files;
    private final Clock clock;

    public LocalMessages(
            EntryStore entries,
            StoredFiles files,
            Catalogue catalogue,
            Reportees reportees,
            Clock clock) {
        this.entries = entries;
        this.catalogue = catalogue;
        this.reportees = reportees;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Sends the messages that are not there.
     *
     * @param person the national number of person A
     * @param organisation the number of the organisation that A acts for
     * @throws no.altinn.rest.message.Refusal if the catalogue lacks a service, or a receiver is
     *     unknown
     */
    public void send(String person, String organisation) {
        send(
                1,
                letter(
                        person,
                        PERSON_LETTER,
                        "Vedtak om båtplass",
                        false,
                        List.of(new Letter.Enclosure("brev.pdf", "brev", PDF))));
        send(2, letter(person, PERSON_LETTER, "Bekreft at du har lest dette", true, List.of()));
        send(3, letter(person, SECRET_LETTER, "Skatteoppgjøret ditt", false, List.of()));
        send(4, letter(person, PERSON_LETTER, "Kvittering for søknad", false, List.of()))
                .ifPresent(this::archive);
        send(5, letter(organisation, PERSON_LETTER, "Melding til virksomheten", false, List.of()));
    }

    private static Letter letter(
            String reportee,
            String service,
            String subject,
            boolean toConfirm,
            List<Letter.Enclosure> enclosures) {
        return new Letter(
                reportee,
                new ServiceKey(service, 1),
                subject,
                "Dette er en melding på din egen maskin.",
                "<p>Hei,</p><p>dette er en <strong>melding</strong> med æ, ø og å.</p>",
                "",
                toConfirm,
                Optional.empty(),
                List.of(),
                "",
                enclosures);
    }

    /** The message, unless its box had one of this number. */
    private Optional<Message> send(long number, Letter letter) {
        Messages messages = numbered(number);
        boolean isThere =
                (letter.reportee().length() == 9
                                ? reportees.organisation(letter.reportee())
                                : reportees.person(letter.reportee()))
                        .filter(receiver -> messages.has(receiver.partyId(), number))
                        .isPresent();
        return isThere
                ? Optional.empty()
                : Optional.of(
                        new Correspondences(messages, catalogue, reportees, files, clock)
                                .send(List.of("ttd"), letter));
    }

    private void archive(Message message) {
        numbered(message.number())
                .change(
                        message.party(),
                        message.id(),
                        sent -> sent.archived(clock.instant(), sent.changedBy()));
    }

    private Messages numbered(long number) {
        return new Messages(entries, () -> number);
    }
}
