/** What is kept of users beside their logins. */
package no.altinn.rest.profile;
