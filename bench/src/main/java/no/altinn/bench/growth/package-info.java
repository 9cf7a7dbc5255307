/** How the processor time of an operation grows with what is stored. */
package no.altinn.bench.growth;
