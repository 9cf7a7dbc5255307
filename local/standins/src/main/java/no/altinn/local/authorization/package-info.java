/** A policy decision point over a policy file, in the XACML JSON form that Altinn speaks. */
package no.altinn.local.authorization;
