package no.altinn.events.functions;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.events.signing.RotateDataKeys;

/** The trigger that replaces what keys are encrypted with. */
public final class KeyFunctions {
    private final RotateDataKeys rotation;

    public KeyFunctions(RotateDataKeys rotation) {
        this.rotation = rotation;
    }

    /** Goes a step on every night: a step that fails begins again in the next one. */
    @FunctionName("RotateDataKeys")
    public void rotateDataKeys(
            @TimerTrigger(name = "timer", schedule = "0 20 2 * * *") String timer) {
        rotation.step();
    }
}
