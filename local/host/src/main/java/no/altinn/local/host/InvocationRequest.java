package no.altinn.local.host;

/**
 * What a trigger hands to a function, as the protocol of Azure's workers names it.
 *
 * @param payload the value of the parameter that carries the trigger's annotation
 * @param values the trigger's metadata, which {@code @BindingName} finds
 */
public record InvocationRequest(Object payload, BindingValues values, Trace trace) {
    /** A request that begins a trace of its own, as every trigger but HTTP does. */
    public static InvocationRequest of(String payload, BindingValues values) {
        return new InvocationRequest(payload, values, Trace.begun());
    }
}
