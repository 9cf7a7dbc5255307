/** What the start page asks of the Events app's stores, and has done by the app's own rules. */
package no.altinn.local.desk;
