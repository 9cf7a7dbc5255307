package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.door.RestError;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.srr.OperationStatus;
import no.altinn.rest.srr.SrrRule;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A rule as service owners see it. */
final class SrrResource {
    static final String REL = "srr";
    static final String TYPE = "SrrRight";
    static final String PATH = "serviceowner/srr";

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private SrrResource() {}

    /**
     * A rule that is kept.
     *
     * @param address of the list that it stands in
     */
    static Resource of(SrrRule rule, OperationStatus status, String address) {
        Members.Builder members =
                Members.builder()
                        .number("Id", rule.id())
                        .text("ServiceCode", rule.service().code())
                        .number("ServiceEditionCode", rule.service().edition())
                        .text("Reportee", rule.reportee())
                        .text("Right", rule.right().title())
                        .text(
                                "ValidTo",
                                rule.validTo().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));
        rule.isRecipient()
                .ifPresent(
                        flag ->
                                members.structure(
                                        "Condition",
                                        Members.builder().flag("IsRecipient", flag).build()));
        return Resource.of(
                TYPE,
                members.text("OperationStatus", status.title()).build(),
                Link.of("self", address + "/" + rule.id()));
    }

    /** A rule that was not kept, with those of its members that can be told. */
    static Resource refused(Fields sent, OperationStatus status) {
        return Resource.of(
                TYPE,
                Members.builder()
                        .text("ServiceCode", sent.text("ServiceCode"))
                        .number("ServiceEditionCode", sent.number("ServiceEditionCode"))
                        .text("Reportee", sent.text("Reportee"))
                        .text("Right", sent.text("Right"))
                        .text("OperationStatus", status.title())
                        .build());
    }

    /**
     * The member {@code ValidTo}; Oslo's time if it has no offset.
     *
     * @throws RestError 400 if it is no time
     */
    static Optional<OffsetDateTime> validTo(Fields sent) {
        return sent.text("ValidTo").map(SrrResource::time);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return OsloTime.parse(text)
                    .map(instant -> instant.atZone(OSLO).toOffsetDateTime())
                    .orElseThrow(
                            () ->
                                    RestError.badRequest(
                                            "ValidTo must be a time such as"
                                                    + " 2099-12-06T07:56:20+02:00"));
        }
    }

    /** Whether the condition is that the party receives; empty for no condition. */
    static Optional<Boolean> isRecipient(Fields sent) {
        return sent.structure("Condition").flatMap(condition -> condition.flag("IsRecipient"));
    }
}
