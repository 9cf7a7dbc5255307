package no.altinn.rest.broker;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.srr.SrrRight;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;

import java.util.Optional;

/**
 * Which parties a service's owner lets send and receive its files, by the rules of the service
 * owners' rights register. The condition {@code IsRecipient} of a rule says which of the two it is
 * about; without one, {@code Write} is to send and {@code Read} to receive. Thread-safe.
 */
public final class Admission {
    private final SrrRules rules;

    public Admission(SrrRules rules) {
        this.rules = rules;
    }

    /** Whether a party may send: a rule lets it write, other than as a recipient. */
    boolean maySend(Service service, String number) {
        return rule(service, number, SrrRight.WRITE)
                .filter(rule -> !rule.isRecipient().orElse(false))
                .isPresent();
    }

    /** Whether a party may receive: a rule lets it read, or makes it a recipient. */
    boolean mayReceive(Service service, String number) {
        return rule(service, number, SrrRight.READ)
                        .filter(rule -> rule.isRecipient().orElse(true))
                        .isPresent()
                || rule(service, number, SrrRight.WRITE)
                        .filter(rule -> rule.isRecipient().orElse(false))
                        .isPresent();
    }

    private Optional<SrrRule> rule(Service service, String number, SrrRight right) {
        return rules.find(service.owner(), service.key(), number, right);
    }
}
