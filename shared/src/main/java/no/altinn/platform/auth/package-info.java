/** The tokens and callers of Altinn: bearer tokens, platform access tokens, scopes. */
package no.altinn.platform.auth;
