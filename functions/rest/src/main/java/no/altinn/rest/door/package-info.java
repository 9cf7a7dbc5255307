/** What every request passes: routing, key, login, scopes, bodies, representations, errors. */
package no.altinn.rest.door;
