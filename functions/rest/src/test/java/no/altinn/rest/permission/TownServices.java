package no.altinn.rest.permission;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.FixedCatalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.FixedServices;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Roles, and the services of rest-api.md §7: LOPER only reads them. */
public final class TownServices extends FixedCatalogue {
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

    public TownServices() {
        super(new FixedServices().services().stream().map(TownServices::open).toList(), ROLES);
    }

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
                service.payment(),
                service.lookupSource(),
                ACTIONS);
    }
}
