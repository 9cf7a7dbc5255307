/** How tokens of other issuers become Altinn's, and how Altinn's are renewed: tokens §5. */
package no.altinn.authentication.exchange;
