package no.altinn.acceptance.infrastructure;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights of an identity in a deployment. Immutable.
 *
 * @param identity its name
 */
record Grants(Deployment deployment, String identity) {
    private static final String IDENTITIES = "/Microsoft.ManagedIdentity/userAssignedIdentities/";

    /** The rights of the identity that a resource acts as. */
    static Grants of(Deployment deployment, Deployed resource) {
        return new Grants(deployment, identities(resource).findFirst().orElse("(none)"));
    }

    /** The names of the identities that a resource may act as. */
    static Stream<String> identities(Deployed resource) {
        return resource.body().path("identity").path("userAssignedIdentities").properties().stream()
                .map(one -> one.getKey().replace(IDENTITIES, ""));
    }

    /** The client id by which an app asks Azure to act as the identity. */
    String client() {
        return "«the client of " + identity + "»";
    }

    private boolean isOurs(Deployed assignment) {
        return assignment
                .properties()
                .path("principalId")
                .asText()
                .equals("«the principal of " + identity + "»");
    }

    /** Whether it has one of these roles for a resource, or for a parent of the resource. */
    boolean has(Deployed resource, String... roles) {
        return deployment
                .all("Microsoft.Authorization/roleAssignments")
                .filter(this::isOurs)
                .filter(one -> isIn(resource.name(), one))
                .map(one -> one.properties().path("roleDefinitionId").asText())
                .map(RoleRules::name)
                .anyMatch(List.of(roles)::contains);
    }

    private static boolean isIn(String name, Deployed assignment) {
        String scope = assignment.body().path("scope").path("name").asText();
        return name.equals(scope) || name.startsWith(scope + "/");
    }

    /** Whether it may read and write a database of an account. */
    boolean hasDatabase(Deployed account, String database) {
        return deployment
                .all("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments")
                .filter(this::isOurs)
                .filter(one -> one.name().startsWith(account.name() + "/"))
                .map(one -> one.properties().path("scope").asText())
                .anyMatch(scope -> scope.endsWith("/dbs/" + database));
    }

    /** The resource of a type whose properties, as Azure makes them, hold an address. */
    static Optional<Deployed> at(Deployment deployment, String type, String address) {
        return deployment
                .all(type)
                .filter(one -> address.startsWith("https://" + one.name() + "."))
                .findFirst();
    }

    /** The resource of a type and a name. */
    static Optional<Deployed> named(Deployment deployment, String type, String name) {
        return deployment.all(type).filter(one -> one.name().equals(name)).findFirst();
    }
}
