package no.altinn.rest.broker;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.message.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A file on its way from a party to others. Immutable.
 *
 * @param reference what all of them know it by: a GUID in lower case
 * @param sendersReference the sender's own; empty for none
 * @param fileName as {@link no.altinn.rest.message.FileName} allows
 * @param file where it is stored
 * @param sent when it had come whole
 */
public record Transfer(
        String reference,
        ServiceKey service,
        String sendersReference,
        String fileName,
        ArrivedFile file,
        Sender sender,
        Instant sent,
        List<Recipient> recipients) {
    /** How long a file is kept at most, from when it had come. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** How long a file is kept that all recipients have. */
    public static final Duration KEPT_AFTER_ALL = Duration.ofDays(7);

    public Transfer {
        recipients = List.copyOf(recipients);
    }

    /** The recipient with a number. */
    public Optional<Recipient> recipient(String number) {
        return recipients.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    /** Whether every recipient has confirmed. */
    public boolean isDone() {
        return recipients.stream().allMatch(each -> each.confirmed().isPresent());
    }

    /** What the sender is told: downloaded when every recipient has confirmed. */
    public FileStatus status() {
        return isDone() ? FileStatus.DOWNLOADED : FileStatus.UPLOADED;
    }

    /**
     * When record and file go away, to the second: {@link #KEPT} after it was sent, or {@link
     * #KEPT_AFTER_ALL} after the last recipient confirmed, whichever comes first.
     */
    public Instant expires() {
        Instant end = sent.plus(KEPT);
        if (isDone()) {
            Instant done =
                    recipients.stream()
                            .flatMap(each -> each.confirmed().stream())
                            .max(Instant::compareTo)
                            .orElse(sent)
                            .plus(KEPT_AFTER_ALL);
            end = done.isBefore(end) ? done : end;
        }
        return end.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The transfer after a recipient confirmed that it has the file.
     *
     * @throws Refusal.Invalid if it has done so before
     * @throws Refusal.Forbidden if it is no recipient
     */
    Transfer confirmedBy(String number, Instant at) {
        Recipient before =
                recipient(number)
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "The file was not sent to this reportee"));
        if (before.confirmed().isPresent()) {
            throw new Refusal.Invalid("The file has been confirmed as downloaded already");
        }
        return new Transfer(
                reference,
                service,
                sendersReference,
                fileName,
                file,
                sender,
                sent,
                recipients.stream()
                        .map(each -> each.equals(before) ? each.confirmed(at) : each)
                        .toList());
    }

    /** Tells no names and numbers: neither reaches a log. */
    @Override
    public String toString() {
        return "Transfer " + reference;
    }
}
