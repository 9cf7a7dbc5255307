/** Hosts a list of function apps: their HTTP functions on one server, and all their triggers. */
package no.altinn.local.host.apps;
