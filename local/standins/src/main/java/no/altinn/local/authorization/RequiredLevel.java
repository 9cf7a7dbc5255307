package no.altinn.local.authorization;

import java.util.List;

/**
 * The authentication level that has to go with a permit.
 *
 * @param resources patterns of the resources that it is for
 * @param minimumAuthenticationLevel 0 to 4
 */
record RequiredLevel(List<ResourcePattern> resources, int minimumAuthenticationLevel) {

    RequiredLevel {
        resources = List.copyOf(resources);
    }

    boolean isFor(Resource resource) {
        return resources.stream().anyMatch(resource::matches);
    }
}
