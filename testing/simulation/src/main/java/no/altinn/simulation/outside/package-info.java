/** Who is outside the platform: the policy, endpoints, callers. */
package no.altinn.simulation.outside;
