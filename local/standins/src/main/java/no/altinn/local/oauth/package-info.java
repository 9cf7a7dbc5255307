/** What the endpoints of OAuth share (RFC 6749): parameters, errors and answers. */
package no.altinn.local.oauth;
