package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.catalogue.FixedCatalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.FixedServices;

import java.util.List;

/** The services of the local platform, and two roles. */
final class RolesAndServices extends FixedCatalogue {
    private static final List<RoleDefinition> ROLES =
            List.of(
                    role(11, "UTINN", RoleDefinition.Kind.ALTINN, "Utfyller/Innsender"),
                    role(195, "DAGL", RoleDefinition.Kind.EXTERNAL, "Daglig leder"));

    RolesAndServices() {
        super(new FixedServices().services(), ROLES);
    }

    private static RoleDefinition role(int id, String code, RoleDefinition.Kind kind, String name) {
        return new RoleDefinition(
                id, code, kind, new Text(code, name, name), Text.same("Om " + code), true);
    }
}
