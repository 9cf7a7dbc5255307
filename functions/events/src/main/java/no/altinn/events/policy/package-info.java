/** What the policy is asked about events and their subjects. */
package no.altinn.events.policy;
