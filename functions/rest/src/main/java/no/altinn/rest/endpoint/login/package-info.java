/** Logins and users over HTTP: who sends a request, and the routes of rest-api.md §4, §5. */
package no.altinn.rest.endpoint.login;
