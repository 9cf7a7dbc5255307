/** What clients ask of roles, rights and delegations. */
package no.altinn.rest.endpoint.authorization;
