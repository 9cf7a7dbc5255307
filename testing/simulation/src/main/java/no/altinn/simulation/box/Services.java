package no.altinn.simulation.box;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.CodeList;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Language;
import no.altinn.rest.language.Text;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two services: a form and a letter. */
final class Services implements Catalogue {
    static final ServiceKey FORM = new ServiceKey("1001", 1);
    static final ServiceKey LETTER = new ServiceKey("2001", 1);

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="Skjema"><xs:complexType><xs:sequence>
                <xs:element name="navn" type="xs:string"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>""";

    private final List<Service> services =
            List.of(
                    service(
                            FORM,
                            ServiceType.FORM_TASK,
                            List.of(
                                    new Service.AttachmentRule(
                                            "1", "Vedlegg", List.of(".txt"), 0, 5, 30)),
                            List.of(
                                    new Service.FormType(
                                            "1", "Hovedskjema", "5000", 40_000, true, SCHEMA))),
                    service(LETTER, ServiceType.CORRESPONDENCE, List.of(), List.of()));

    private static Service service(
            ServiceKey key,
            ServiceType type,
            List<Service.AttachmentRule> attachments,
            List<Service.FormType> forms) {
        return new Service(
                key,
                type,
                "ttd",
                Text.same("Testdepartementet"),
                Text.same("Tjeneste " + key),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2099-01-01T00:00:00Z"),
                attachments,
                forms,
                List.of(new Service.ProcessStep("Utfylling", 1, 1)),
                1,
                Optional.empty(),
                Optional.empty(),
                Map.of("PRIV", EnumSet.allOf(Action.class)));
    }

    @Override
    public List<Service> services() {
        return services;
    }

    @Override
    public Optional<Service> service(ServiceKey key) {
        return services.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    @Override
    public List<CodeList> codeLists() {
        return List.of();
    }

    @Override
    public Optional<CodeList> codeList(String name, int version, Language language) {
        return Optional.empty();
    }

    @Override
    public List<RoleDefinition> roleDefinitions() {
        return List.of();
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(int id) {
        return Optional.empty();
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(String code) {
        return Optional.empty();
    }
}
