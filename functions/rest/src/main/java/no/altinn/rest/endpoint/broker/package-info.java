/** Files that parties send each other (rest-resources.md, Broker). */
package no.altinn.rest.endpoint.broker;
