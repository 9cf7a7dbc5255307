package no.altinn.rest.permission;

import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.CodeList;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.language.Language;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.FixedServices;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles, and the services of rest-api.md §7: LOPER only reads them. */
public final class TownServices implements Catalogue {
    private static final Set<Action> ALL = EnumSet.allOf(Action.class);
    private static final Map<String, Set<Action>> ACTIONS =
            Map.of("PRIV", ALL, "DAGL", ALL, "UTINN", ALL, "LOPER", Set.of(Action.READ));

    private static final List<RoleDefinition> ROLES =
            List.of(
                    role(3, "LOPER", RoleDefinition.Kind.ALTINN, true),
                    role(4, "ADMAI", RoleDefinition.Kind.ALTINN, true),
                    role(11, "UTINN", RoleDefinition.Kind.ALTINN, true),
                    role(82, "PRIV", RoleDefinition.Kind.EXTERNAL, false),
                    role(195, "DAGL", RoleDefinition.Kind.EXTERNAL, false),
                    role(5577, "HADM", RoleDefinition.Kind.ALTINN, false),
                    role(5600, "A0282", RoleDefinition.Kind.ALTINN, false));

    private final List<Service> services =
            new FixedServices().services().stream().map(TownServices::open).toList();

    private static RoleDefinition role(
            int id, String code, RoleDefinition.Kind kind, boolean isDelegable) {
        return new RoleDefinition(
                id,
                code,
                kind,
                new Text(code + " in English", code + " på bokmål", code + " på nynorsk"),
                Text.same("Om " + code),
                isDelegable);
    }

    private static Service open(Service service) {
        return new Service(
                service.key(),
                service.type(),
                service.owner(),
                service.ownerName(),
                service.name(),
                service.validFrom(),
                service.validTo(),
                service.attachmentRules(),
                service.forms(),
                service.steps(),
                service.level(),
                service.needsPayment(),
                service.lookupSource(),
                ACTIONS);
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
