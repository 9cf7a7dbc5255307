package no.altinn.local.authorization;

import java.util.List;

/**
 * The authentication level that has to go with a permit.
 *
 * @param resources patterns of the resources that it is for
 * @param minimumAuthenticationLevel 0 to 4
 */
record RequiredLevel(List<ResourcePattern> resources, int minimumAuthenticationLevel) {

    private static final int HIGHEST = 4;

    /**
     * @throws IllegalArgumentException if there is no such level
     */
    RequiredLevel {
        if (minimumAuthenticationLevel < 0 || minimumAuthenticationLevel > HIGHEST) {
            throw new IllegalArgumentException("an authentication level is 0 to 4");
        }
        resources = List.copyOf(resources);
    }

    boolean isFor(Resource resource) {
        return resources.stream().anyMatch(resource::matches);
    }
}
