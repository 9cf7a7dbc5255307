package no.altinn.events.webhook.places;

/** How far an endpoint is trusted to answer soon; the least trusted first. */
enum Trust {
    /** A call of it hangs, or its last call hung. */
    SLOW(1),
    /** No call of it has ended yet. */
    UNPROVEN(2),
    /** Its last call failed or was long, or a call of it is long already, but that may pass. */
    WAVERING(3),
    /** It took its last event soon. */
    PROVEN(4);

    private final int quarters;

    Trust(int quarters) {
        this.quarters = quarters;
    }

    /**
     * How many places the endpoints of this trust and of less may have together: so there is a
     * place for an endpoint that answers, however many others hang.
     *
     * @param places how many there are
     */
    int share(int places) {
        return Math.max(1, places * quarters / 4);
    }
}
