package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.CodeList;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.language.Language;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.FixedServices;

import java.util.List;
import java.util.Optional;

/** The services of the local platform, and two roles. */
final class RolesAndServices implements Catalogue {
    private static final List<RoleDefinition> ROLES =
            List.of(
                    role(11, "UTINN", RoleDefinition.Kind.ALTINN, "Utfyller/Innsender"),
                    role(195, "DAGL", RoleDefinition.Kind.EXTERNAL, "Daglig leder"));

    private final FixedServices services = new FixedServices();

    private static RoleDefinition role(int id, String code, RoleDefinition.Kind kind, String name) {
        return new RoleDefinition(
                id, code, kind, new Text(code, name, name), Text.same("Om " + code), true);
    }

    @Override
    public List<Service> services() {
        return services.services();
    }

    @Override
    public Optional<Service> service(ServiceKey key) {
        return services.service(key);
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
        return ROLES;
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(int id) {
        return ROLES.stream().filter(role -> role.id() == id).findFirst();
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(String code) {
        return ROLES.stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
