/** What the local platform adds to the apps' help pages. */
package no.altinn.local.help;
