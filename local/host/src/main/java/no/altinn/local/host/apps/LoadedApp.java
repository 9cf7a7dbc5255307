package no.altinn.local.host.apps;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.http.CallTime;

import java.util.List;

/** An app whose functions have been found. Immutable. */
record LoadedApp(String name, FunctionCatalog catalog, FunctionInvoker invoker, CallTime callTime) {
    /** The functions that one kind of trigger fires. */
    List<HostedFunction> firedBy(Class<? extends Trigger> kind) {
        return catalog.firedBy(kind);
    }
}
