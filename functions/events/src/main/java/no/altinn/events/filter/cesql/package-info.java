/**
 * CloudEvents SQL 1.0.0: its grammar, its values and errors, and the bounds within which an
 * expression is read and evaluated. The parser turns a text into a tree of {@link
 * no.altinn.events.filter.cesql.Node}s; an {@link no.altinn.events.filter.cesql.Evaluation} walks
 * the tree once for an event.
 */
package no.altinn.events.filter.cesql;
