package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.Routes;

import java.util.List;

/** Every route about the catalogue. */
public final class CatalogueRoutes {
    private CatalogueRoutes() {}

    public static List<Routes> of(StoredCatalogue catalogue) {
        KeptReplies kept = new KeptReplies(catalogue);
        return List.of(
                new ServiceRoutes(kept),
                new CodeListRoutes(kept),
                new RoleRoutes(kept),
                new CatalogueItemRoutes(catalogue));
    }
}
