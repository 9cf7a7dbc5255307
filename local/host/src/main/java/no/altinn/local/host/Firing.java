package no.altinn.local.host;

/**
 * What a trigger hands to a function.
 *
 * @param payload the value of the parameter that carries the trigger's annotation
 * @param values what {@code @BindingName} finds
 */
public record Firing(Object payload, BindingValues values, Trace trace) {
    /** A firing that begins a trace of its own, as every trigger but HTTP does. */
    public static Firing of(String payload, BindingValues values) {
        return new Firing(payload, values, Trace.begun());
    }
}
