package no.altinn.rest.message;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.language.Text;

/**
 * What a message belongs to, as it was when the message was made. A message outlives its service.
 *
 * @param type {@link ServiceType#FORM_TASK} or {@link ServiceType#CORRESPONDENCE}
 * @param owner the service owner's code
 * @param level the level of authentication that the service needed
 */
public record Origin(
        ServiceKey service, ServiceType type, String owner, Text ownerName, int level) {
    /** The origin of a message that is made now. */
    public static Origin of(Service service) {
        return new Origin(
                service.key(),
                service.type(),
                service.owner(),
                service.ownerName(),
                service.level());
    }
}
