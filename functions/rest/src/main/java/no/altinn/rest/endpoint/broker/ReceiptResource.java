package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.Recipient;
import no.altinn.rest.broker.Transfer;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

import java.time.Instant;

/** The receipts of a file: the sender's, and below it one of each recipient. */
final class ReceiptResource {
    private static final String TYPE = "Receipt";
    private static final String OK = "OK";

    /** The receipt above that of a sender: none. */
    private static final int NO_PARENT = 0;

    private ReceiptResource() {}

    /** The sender's, with those of all recipients. */
    static Resource sent(Transfer transfer) {
        Members own =
                members(
                        transfer,
                        transfer.sender().receipt(),
                        NO_PARENT,
                        transfer.sent(),
                        "Upload of file %s was successful. Recipients can now download the file."
                                .formatted(transfer.fileName()),
                        transfer.sender().number());
        Members below =
                Members.builder()
                        .structures(
                                "SubReceipts",
                                TYPE,
                                transfer.recipients().stream()
                                        .map(each -> members(transfer, each))
                                        .toList())
                        .build();
        return Resource.of(TYPE, own.and(below));
    }

    /** A recipient's. */
    static Resource received(Transfer transfer, Recipient recipient) {
        return Resource.of(TYPE, members(transfer, recipient));
    }

    private static Members members(Transfer transfer, Recipient recipient) {
        return members(
                transfer,
                recipient.receipt(),
                transfer.sender().receipt(),
                recipient.confirmed().orElse(transfer.sent()),
                recipient.confirmed().isPresent()
                        ? "File has been downloaded by the recipient."
                        : "A file has been made available for download.",
                recipient.number());
    }

    private static Members members(
            Transfer transfer,
            int receipt,
            int parent,
            Instant changed,
            String text,
            String party) {
        return Members.builder()
                .number("ReceiptID", receipt)
                .number("ParentReceiptID", parent)
                .text("LastChanged", OsloTime.of(changed))
                .text("Status", OK)
                .text("Text", text)
                .text("SendersReference", transfer.sendersReference())
                .text("PartyReference", party)
                .build();
    }
}
