package no.altinn.rest.broker;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.srr.SrrRight;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which parties a service's owner lets send and receive its files, by the rules of the service
 * owners' rights register. The condition {@code IsRecipient} of a rule says which of the two it is
 * about; without one, {@code Write} is to send and {@code Read} to receive. Thread-safe.
 */
public final class Admission {
    private final SrrRules rules;
    private final Reportees reportees;

    public Admission(SrrRules rules, Reportees reportees) {
        this.rules = rules;
        this.reportees = reportees;
    }

    /**
     * Requires that a party may send: that a rule lets it write, other than as a recipient.
     *
     * @throws Refusal.Forbidden if none does
     */
    void requireSender(Service service, String number) {
        if (rule(service, number, SrrRight.WRITE)
                .filter(rule -> !rule.isRecipient().orElse(false))
                .isEmpty()) {
            throw new Refusal.Forbidden(
                    "The service %s is not open to this sender".formatted(service.key()));
        }
    }

    /**
     * The parties that are to receive, in the order of their numbers.
     *
     * @throws Refusal.Forbidden if one of them may not
     * @throws Refusal.Invalid if Register does not know one of them
     */
    List<Reportee> recipients(Service service, List<String> numbers) {
        if (!numbers.stream().allMatch(number -> mayReceive(service, number))) {
            throw new Refusal.Forbidden(
                    "The service %s is not open to each of Recipients".formatted(service.key()));
        }
        Map<String, Reportee> known = parties(numbers);
        if (!known.keySet().containsAll(numbers)) {
            throw new Refusal.Invalid("One of Recipients is not known");
        }
        return numbers.stream().map(known::get).toList();
    }

    /** Whether a rule lets a party read, or makes it a recipient. */
    private boolean mayReceive(Service service, String number) {
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

    /** Register tells organisations many at once, persons one by one. */
    private Map<String, Reportee> parties(List<String> numbers) {
        Map<String, Reportee> known = new HashMap<>();
        reportees
                .organisations(numbers.stream().filter(PartyNumber::isOrganisation).toList())
                .forEach(each -> known.put(PartyNumber.of(each), each));
        for (String number : numbers) {
            if (!PartyNumber.isOrganisation(number)) {
                reportees.person(number).ifPresent(person -> known.put(number, person));
            }
        }
        return known;
    }
}
