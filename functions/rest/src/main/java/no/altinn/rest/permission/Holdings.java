package no.altinn.rest.permission;

import no.altinn.rest.access.Caller;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.LocalRole;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.reportee.DelegatedParties;
import no.altinn.rest.reportee.ExternalParties;
import no.altinn.rest.role.ExternalRoles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds out what users have for parties. External roles may be five minutes old; what was given in
 * Altinn counts at once, and counts no more at once (rest-api.md §5). What an organisation was
 * given, its managers have too. Every method throws {@link no.altinn.platform.client.Unavailable}
 * if an answer cannot be had now. Thread-safe.
 */
public final class Holdings implements DelegatedParties {
    /** The external roles of those who manage an organisation: Altinn's key roles. */
    private static final Set<String> MANAGERS =
            Set.of("DAGL", "LEDE", "INNH", "DTPR", "DTSO", "KOMP", "BEST", "BOBE");

    private final ExternalRoles externalRoles;
    private final ExternalParties externalParties;
    private final Delegations delegations;
    private final LocalRoles localRoles;

    /**
     * @param externalRoles should remember answers: it is asked at every request
     * @param externalParties the same
     */
    public Holdings(
            ExternalRoles externalRoles,
            ExternalParties externalParties,
            Delegations delegations,
            LocalRoles localRoles) {
        this.externalRoles = externalRoles;
        this.externalParties = externalParties;
        this.delegations = delegations;
        this.localRoles = localRoles;
    }

    /** All that a user has for a party. */
    public Held of(Caller.User user, int partyId) {
        Set<Receiver> oneself = oneself(user);
        Set<Receiver> all = new LinkedHashSet<>(oneself);
        all.addAll(organisations(user));
        List<Delegation> own = new ArrayList<>();
        List<Delegation> inherited = new ArrayList<>();
        for (Delegation delegation : counting(user, delegations.of(partyId, all))) {
            (oneself.contains(delegation.receiver()) ? own : inherited).add(delegation);
        }
        boolean hasLocal =
                own.stream().anyMatch(Holdings::isLocal)
                        || inherited.stream().anyMatch(Holdings::isLocal);
        List<LocalRole> local = hasLocal ? localRoles.of(partyId) : List.of();
        Set<String> external =
                user.enterprise().isPresent() ? Set.of() : externalRoles.of(user.userId(), partyId);
        return new Held(external, own, inherited, local);
    }

    private static boolean isLocal(Delegation delegation) {
        return delegation.gift() instanceof Gift.Role role && LocalRole.isCode(role.code());
    }

    @Override
    public Set<Integer> offeredTo(Caller.User user) {
        Set<Receiver> all = oneself(user);
        all.addAll(organisations(user));
        Set<Integer> parties = new HashSet<>();
        counting(user, delegations.to(all)).forEach(each -> parties.add(each.offeredBy()));
        return parties;
    }

    private static Set<Receiver> oneself(Caller.User user) {
        Set<Receiver> oneself = new LinkedHashSet<>();
        if (user.enterprise().isPresent()) {
            oneself.add(new Receiver.EnterpriseUser(user.userId()));
        } else {
            user.partyId().ifPresent(partyId -> oneself.add(new Receiver.Party(partyId)));
        }
        return oneself;
    }

    private List<Receiver> organisations(Caller.User user) {
        if (user.enterprise().isPresent()) {
            return List.of();
        }
        List<Receiver> organisations = new ArrayList<>();
        externalParties
                .of(user.userId())
                .forEach(party -> organisations.add(new Receiver.Party(party.partyId())));
        return organisations;
    }

    /** Those that count for the user: an organisation's only if the user manages it. */
    private List<Delegation> counting(Caller.User user, List<Delegation> all) {
        Set<Receiver> oneself = oneself(user);
        Set<Integer> managed = new HashSet<>();
        Set<Integer> unmanaged = new HashSet<>();
        IntPredicate isManaged =
                partyId -> {
                    if (managed.contains(partyId) || unmanaged.contains(partyId)) {
                        return managed.contains(partyId);
                    }
                    boolean manages =
                            externalRoles.of(user.userId(), partyId).stream()
                                    .anyMatch(MANAGERS::contains);
                    (manages ? managed : unmanaged).add(partyId);
                    return manages;
                };
        return all.stream()
                .filter(
                        each ->
                                oneself.contains(each.receiver())
                                        || (each.receiver() instanceof Receiver.Party party
                                                && isManaged.test(party.partyId())))
                .toList();
    }
}
