package no.altinn.rest.catalogue;

import no.altinn.rest.language.Language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All services, code lists and role definitions, as they were at most five minutes ago.
 * Implementations are thread-safe; every method throws {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer.
 */
public interface Catalogue {
    /** By code and edition; the schemas' texts are left out. */
    List<Service> services();

    /** One service with its schemas. */
    Optional<Service> service(ServiceKey key);

    /** One service with every schema that it has. */
    default Optional<PublishedService> published(ServiceKey key) {
        return service(key).map(one -> new PublishedService(one, Map.of(), Map.of()));
    }

    /** By name, then version, then language; the codes are left out. */
    List<CodeList> codeLists();

    /** A code list in a language, else in Bokmål, else in any. */
    Optional<CodeList> codeList(String name, int version, Language language);

    /** By id. */
    List<RoleDefinition> roleDefinitions();

    Optional<RoleDefinition> roleDefinition(int id);

    Optional<RoleDefinition> roleDefinition(String code);

    /**
     * The catalogue as it is now. Its lists change no more, so the same object stands for the same
     * lists.
     */
    default Catalogue current() {
        return this;
    }
}
