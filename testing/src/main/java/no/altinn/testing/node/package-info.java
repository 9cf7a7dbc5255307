/** Other people's tools that run by Node, for tests: installed once for all modules. */
package no.altinn.testing.node;
