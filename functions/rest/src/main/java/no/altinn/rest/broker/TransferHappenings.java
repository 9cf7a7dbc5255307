package no.altinn.rest.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.record.Entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What has happened to a transfer. Its state tells all of it, as nothing in it is ever undone; so
 * there are happenings for every recipient, however many.
 */
public final class TransferHappenings {
    private TransferHappenings() {}

    /**
     * Those of a transfer's record, the oldest first. Each has the same id however often it is
     * read.
     *
     * @throws MalformedMessage if the record holds no transfer
     */
    public static List<Happening> of(Entry entry) {
        Transfer transfer = TransferEntry.read(entry);
        List<Happening> happenings = new ArrayList<>();
        for (Recipient recipient : transfer.recipients()) {
            happenings.add(
                    happening(transfer, recipient, HappeningType.FILE_UPLOADED, transfer.sent()));
            recipient
                    .confirmed()
                    .ifPresent(
                            at ->
                                    happenings.add(
                                            happening(
                                                    transfer,
                                                    recipient,
                                                    HappeningType.FILE_CONFIRMED,
                                                    at)));
        }
        happenings.sort(Comparator.comparing(Happening::time));
        return happenings;
    }

    private static Happening happening(
            Transfer transfer, Recipient recipient, HappeningType type, Instant at) {
        ObjectNode data =
                Json.object()
                        .put("fileReference", transfer.reference())
                        .put("serviceCode", transfer.service().code())
                        .put("serviceEditionCode", transfer.service().edition());
        return new Happening(
                "%s-%d-%s".formatted(transfer.reference(), recipient.party(), type.text()),
                type,
                recipient.party(),
                "r%d/brokerservice/inbox/%s".formatted(recipient.party(), transfer.reference()),
                at,
                data);
    }
}
