package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.rest.catalogue.CatalogueReader;
import no.altinn.rest.catalogue.InvalidCatalogue;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.contact.InvalidContact;
import no.altinn.rest.door.Content;
import no.altinn.rest.endpoint.message.SentByUsers;
import no.altinn.rest.login.ReturnAddresses;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.odata.InvalidQuery;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.odata.ODataQuery;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Texts that callers of the REST API write outside bodies, and the catalogue's files. */
final class RestTargets {
    private static final ListType TYPE =
            new ListType(
                    "Message",
                    List.of("Subject", "Status", "Summary"),
                    List.of("Edition", "Rank"),
                    List.of("Changed", "Due"),
                    List.of("IsRead", "IsOpen"));
    private static final Resource ONE =
            Resource.of(
                    "Message",
                    Members.builder()
                            .text("Subject", "Ola's")
                            .text("Status", "Ulest")
                            .number("Edition", 1)
                            .text("Changed", "2026-01-02T10:00:00.12")
                            .flag("IsRead", true)
                            .build());

    private RestTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "odata",
                        RestTargets::odata,
                        "Status eq 'Ulest' and not (Edition gt 1.5M or IsOpen)\nSubject desc,Due",
                        "substringof('''s', tolower(Subject)) eq true\n\n10\n1",
                        "Changed ge DateTime'2026-01-02T10:00:00+01:00'\nEdition asc\n0\n",
                        "startswith(Status, toupper('u')) or Summary ne null"),
                Target.of(
                        "oslo-time",
                        RestTargets::osloTime,
                        "2026-01-02T10:00:00.12",
                        "2026-03-29T02:30:00",
                        "2026-01-02",
                        "2026-01-02T10:00Z"),
                Target.of(
                        "file-name", RestTargets::fileName, "a b.pdf", "\u00e5*'%.txt", "..", "/x"),
                Target.of(
                        "contact-address",
                        RestTargets::contact,
                        "ola@example.com",
                        "+47 99 99 99 99",
                        "\"a b\"@[127.0.0.1]"),
                Target.of(
                        "return-address",
                        RestTargets::returnAddress,
                        "https://portal.example/a?b#c",
                        "https:\\\\portal.example",
                        "//portal.example"),
                Target.of(
                        "catalogue",
                        RestTargets::catalogue,
                        "[{\"ServiceCode\":\"1001\",\"ServiceEditionCode\":1,\"ServiceName\":"
                                + "{\"nb\":\"a\"},\"ServiceType\":\"FormTask\"}]",
                        "{\"services\":[],\"codeLists\":[],\"roleDefinitions\":[]}"));
    }

    /** A line each: filter, order, top, skip. */
    private static void odata(String text) {
        List<String> lines = text.lines().toList();
        try {
            ODataQuery query =
                    ODataQuery.of(line(lines, 0), line(lines, 1), line(lines, 2), line(lines, 3));
            assertThat(query.of(TYPE, List.of(ONE, ONE), OptionalInt.of(50)))
                    .hasSizeLessThanOrEqualTo(2);
        } catch (InvalidQuery e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static Optional<String> line(List<String> lines, int number) {
        return lines.stream().skip(number).findFirst().filter(line -> !line.isEmpty());
    }

    private static void osloTime(String text) {
        OsloTime.parse(text).ifPresent(time -> assertThat(OsloTime.of(time)).isNotEmpty());
        OsloTime.parseEnd(text);
    }

    private static void fileName(String text) {
        try {
            FileName.check(text);
        } catch (Refusal.Invalid e) {
            return;
        }
        assertThat(FileName.stem(text)).isNotEmpty();
        assertThat(FileName.mediaType(text)).isNotEmpty();
        String header =
                SentByUsers.file(text, new Content.None()).headers().get("Content-Disposition");
        assertThat(header).matches("attachment; filename\\*=UTF-8''[A-Za-z0-9._%-]*");
    }

    private static void contact(String text) {
        for (boolean isEmail : new boolean[] {true, false}) {
            try {
                ContactAddress address =
                        isEmail ? ContactAddress.email(text) : ContactAddress.mobile(text);
                assertThat(address.key()).isNotEmpty();
            } catch (InvalidContact e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static void returnAddress(String text) {
        if (ReturnAddresses.on(Set.of("portal.example")).allow(text)) {
            assertThat(text).hasSizeLessThanOrEqualTo(ReturnAddresses.LONGEST);
        }
    }

    private static void catalogue(String text) {
        try {
            assertThat(CatalogueReader.file(Json.parse(text))).isNotNull();
        } catch (MalformedJson | InvalidCatalogue e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
