package no.altinn.local.host;

/** A function threw, or could not be called. The invoker has logged the cause. */
public final class FunctionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionFailed(HostedFunction function, Throwable cause) {
        super("Exception while executing function: " + function.name(), cause);
    }
}
