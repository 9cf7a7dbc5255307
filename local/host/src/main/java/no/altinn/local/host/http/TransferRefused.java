package no.altinn.local.host.http;

import java.io.IOException;

/** A store does not do what a front asks of it at an address. */
public final class TransferRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A refusal.
     *
     * @param status of HTTP, 400 to 599
     */
    public TransferRefused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
