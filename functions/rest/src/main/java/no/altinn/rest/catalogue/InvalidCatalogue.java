package no.altinn.rest.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** What was written for the catalogue is not what it should be; the message names the faults. */
public final class InvalidCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_TOLD = 10;

    private final transient List<Fault> faults;

    /**
     * @param faults at least one
     */
    InvalidCatalogue(List<Fault> faults) {
        super(told(faults));
        this.faults = List.copyOf(faults);
    }

    private static String told(List<Fault> faults) {
        String told =
                faults.stream()
                        .limit(MOST_TOLD)
                        .map(Fault::toString)
                        .collect(Collectors.joining("; "));
        int others = faults.size() - MOST_TOLD;
        return others > 0 ? "%s; and %d more".formatted(told, others) : told;
    }

    /** Every fault, in the order of the text. */
    public List<Fault> faults() {
        return faults;
    }
}
