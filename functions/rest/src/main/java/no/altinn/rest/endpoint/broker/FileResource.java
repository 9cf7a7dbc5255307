package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.FileStatus;
import no.altinn.rest.broker.Recipient;
import no.altinn.rest.broker.Transfer;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

/** A file as its sender and its recipients see it. */
final class FileResource {
    static final String REL = "files";
    static final String TYPE = "File";

    private FileResource() {}

    static String outboxPath(Transfer transfer) {
        return BrokerRoute.NOUN + "/outbox/" + transfer.reference();
    }

    static Resource sent(Transfer transfer, Visit visit) {
        String address = visit.whoAddress(outboxPath(transfer));
        return Resource.of(
                TYPE,
                members(transfer, transfer.status(), transfer.sender().receipt()),
                Link.of("self", address),
                Link.of("receipt", address + "/receipt"));
    }

    static Resource received(Transfer transfer, Recipient recipient, Visit visit) {
        String address = visit.whoAddress(BrokerRoute.NOUN + "/inbox/" + transfer.reference());
        return Resource.of(
                TYPE,
                members(transfer, recipient.status(), recipient.receipt()),
                Link.of("self", address),
                Link.of("receipt", address + "/receipt"),
                Link.of("download", address + "/download"));
    }

    private static Members members(Transfer transfer, FileStatus status, int receipt) {
        return Members.builder()
                .text("ServiceCode", transfer.service().code())
                .number("ServiceEditionCode", transfer.service().edition())
                .text("FileName", transfer.fileName())
                .text("FileReference", transfer.reference())
                .number("FileSize", transfer.file().length())
                .text("FileStatus", status.title())
                .number("ReceiptID", receipt)
                .text("Sender", transfer.sender().number())
                .text("SentDate", OsloTime.of(transfer.sent()))
                .text("SendersReference", transfer.sendersReference())
                .build();
    }
}
