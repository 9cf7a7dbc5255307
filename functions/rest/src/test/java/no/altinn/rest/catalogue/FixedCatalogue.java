package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.List;
import java.util.Optional;

/** Services and roles that stay as they are, and no code list; for tests. */
public class FixedCatalogue implements Catalogue {
    private final List<Service> services;
    private final List<RoleDefinition> roles;

    protected FixedCatalogue(List<Service> services, List<RoleDefinition> roles) {
        this.services = List.copyOf(services);
        this.roles = List.copyOf(roles);
    }

    @Override
    public List<Service> services() {
        return services;
    }

    @Override
    public Optional<Service> service(ServiceKey key) {
        return services.stream().filter(service -> service.key().equals(key)).findFirst();
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
        return roles;
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(int id) {
        return roles.stream().filter(role -> role.id() == id).findFirst();
    }

    @Override
    public Optional<RoleDefinition> roleDefinition(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
