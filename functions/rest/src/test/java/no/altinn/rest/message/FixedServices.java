package no.altinn.rest.message;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.FixedCatalogue;
import no.altinn.rest.catalogue.Payment;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Text;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The services of rest-api.md §7, for tests. */
public final class FixedServices extends FixedCatalogue {
    public static final String SKJEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="Skjema"><xs:complexType><xs:sequence>
                <xs:element name="navn" type="xs:string"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";
    public static final String UNDERSKJEMA =
            SKJEMA.replace("Skjema", "Underskjema").replace("navn", "tekst");

    /** Where the Lookups are asked. */
    public static final URI SOURCE = URI.create("https://kilde.example/oppslag?a=b");

    /** Where the forms are paid for. */
    public static final Payment.At PAYMENT =
            new Payment.At(
                    URI.create("https://betaling.example/side?vare=1"),
                    URI.create("https://betaling.example/ja"));

    private static final Text TTD =
            new Text("Test Ministry", "Testdepartementet", "Testdepartementet");

    private static final List<Service> OF_THE_BOX =
            List.of(
                    form("1001", 1, false),
                    form("1002", 3, false),
                    form("1003", 1, true),
                    letter("2001", "ttd", 1),
                    letter("2002", "ttd", 3),
                    letter("2101", "skd", 1));

    public FixedServices() {
        this(List.of());
    }

    private FixedServices(List<Service> more) {
        super(Stream.concat(OF_THE_BOX.stream(), more.stream()).toList(), List.of());
    }

    /** With Lookups, and with a form of level 3 that is paid for. */
    public static FixedServices withOthers() {
        return new FixedServices(
                List.of(form("1004", 3, true), lookup("3001", 1), lookup("3002", 3)));
    }

    private static Service form(String code, int level, boolean needsPayment) {
        return new Service(
                new ServiceKey(code, 1),
                ServiceType.FORM_TASK,
                "ttd",
                TTD,
                new Text("Form " + code, "Skjema " + code, "Skjema " + code),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2099-01-01T00:00:00Z"),
                List.of(
                        new Service.AttachmentRule(
                                "1", "Vedlegg", List.of(".pdf", ".xml", ".txt"), 0, 5, 30)),
                List.of(
                        new Service.FormType("1", "Hovedskjema", "5000", 40000, true, SKJEMA),
                        new Service.FormType(
                                "2", "Underskjema", "5001", 40000, false, UNDERSKJEMA)),
                List.of(new Service.ProcessStep("Utfylling", 1, level)),
                level,
                needsPayment ? Optional.of(PAYMENT) : Optional.empty(),
                Optional.empty(),
                actions());
    }

    private static Service letter(String code, String owner, int level) {
        return new Service(
                new ServiceKey(code, 1),
                ServiceType.CORRESPONDENCE,
                owner,
                TTD,
                Text.same("Melding " + code),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2099-01-01T00:00:00Z"),
                List.of(),
                List.of(),
                List.of(),
                level,
                Optional.empty(),
                Optional.empty(),
                actions());
    }

    private static Service lookup(String code, int level) {
        return new Service(
                new ServiceKey(code, 1),
                ServiceType.LOOKUP,
                "ttd",
                TTD,
                Text.same("Oppslag " + code),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                List.of(),
                List.of(),
                List.of(),
                level,
                Optional.empty(),
                Optional.of(SOURCE),
                actions());
    }

    private static Map<String, Set<Action>> actions() {
        return Map.of("PRIV", EnumSet.allOf(Action.class));
    }
}
