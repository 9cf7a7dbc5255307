/** The page that a developer starts from. */
package no.altinn.local.pages;
