package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.List;
import java.util.Optional;

/**
 * All services, code lists and role definitions, as they were at most five minutes ago.
 * Implementations are thread-safe; every method throws {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer.
 */
public interface Catalogue {
    /** By code and edition. */
    List<Service> services();

    Optional<Service> service(ServiceKey key);

    /** By name, then version, then language. */
    List<CodeList> codeLists();

    /** A code list in a language, else in Bokmål, else in any. */
    Optional<CodeList> codeList(String name, int version, Language language);

    /** By id. */
    List<RoleDefinition> roleDefinitions();

    Optional<RoleDefinition> roleDefinition(int id);

    Optional<RoleDefinition> roleDefinition(String code);
}
