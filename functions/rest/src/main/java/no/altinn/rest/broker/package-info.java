/** Files that parties send each other through a service of a service owner. */
package no.altinn.rest.broker;
