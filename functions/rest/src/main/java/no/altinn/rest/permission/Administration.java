package no.altinn.rest.permission;

import no.altinn.rest.access.Action;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Delegations;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.delegation.LocalRole;
import no.altinn.rest.delegation.LocalRoles;
import no.altinn.rest.delegation.Receiver;
import no.altinn.rest.delegation.Receivers;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives and withdraws a party's roles and rights for its administrators (rest-resources.md,
 * Authorization): those with {@code ADMAI} give what they have themselves; those with {@code HADM}
 * every role that may be given, and the rights of these. Thread-safe.
 */
public final class Administration {
    /** How many roles and rights one request gives. */
    public static final int MOST_AT_ONCE = 100;

    private static final String CHIEF = "HADM";
    private static final Set<String> ADMINISTRATORS = Set.of("ADMAI", CHIEF);

    private final Holdings holdings;
    private final Delegations delegations;
    private final LocalRoles localRoles;
    private final Catalogue catalogue;

    public Administration(
            Holdings holdings,
            Delegations delegations,
            LocalRoles localRoles,
            Catalogue catalogue) {
        this.holdings = holdings;
        this.delegations = delegations;
        this.localRoles = localRoles;
        this.catalogue = catalogue;
    }

    /**
     * What a user has for a party that the user administers.
     *
     * @throws Refused.Forbidden if the user does not administer it
     */
    public Held require(Caller.User user, Reportee party) {
        Held held = holdings.of(user, party.partyId());
        if (!held.hasRole(ADMINISTRATORS)) {
            throw new Refused.Forbidden("The user must have the role ADMAI or HADM");
        }
        return held;
    }

    /** Whether a user who has this administers the party. */
    public static boolean isAdministrator(Held held) {
        return held.hasRole(ADMINISTRATORS);
    }

    /**
     * Gives roles and rights: all, or none if one of them may not be given.
     *
     * @param giver the user's name
     * @throws Refused if the user may not, or the receiver is the party
     * @throws no.altinn.rest.delegation.TooMuchGiven if the party has given as much as it may
     */
    public void give(
            Caller.User user,
            Reportee party,
            Receivers.Found receiver,
            List<Gift> gifts,
            String giver) {
        Held held = require(user, party);
        requireGifts(gifts);
        if (receiver.receiver().equals(new Receiver.Party(party.partyId()))) {
            throw new Refused.Senseless("A party cannot delegate to itself");
        }
        Reach reach = reach(held, party);
        gifts.forEach(reach::require);
        for (Gift gift : gifts) {
            delegations.give(
                    party.partyId(),
                    receiver.receiver(),
                    receiver.subject(),
                    gift,
                    Delegation.Giver.user(giver));
        }
    }

    private static void requireGifts(Collection<Gift> gifts) {
        if (gifts.isEmpty() || gifts.size() > MOST_AT_ONCE) {
            throw new Refused.Senseless(
                    "Roles and Rights must be 1 to %d together".formatted(MOST_AT_ONCE));
        }
    }

    /** All that a party has given. */
    public List<Delegation> given(Caller.User user, Reportee party) {
        require(user, party);
        return delegations.of(party.partyId());
    }

    /** What a party has given to a receiver. */
    public List<Delegation> given(Caller.User user, Reportee party, Receiver receiver) {
        require(user, party);
        return delegations.of(party.partyId(), Set.of(receiver));
    }

    /** Withdraws some of a party's. */
    public void withdraw(Caller.User user, Reportee party, Collection<Delegation> some) {
        require(user, party);
        some.forEach(delegations::withdraw);
    }

    /** Makes a local role of rights that the user may give. */
    public LocalRole addRole(
            Caller.User user,
            Reportee party,
            String name,
            String description,
            List<Gift.Right> rights) {
        Reach reach = reach(require(user, party), party);
        rights.forEach(reach::require);
        return localRoles.add(party.partyId(), name, description, rights);
    }

    /** Changes a local role; rights that it had already may stay. */
    public void replaceRole(Caller.User user, Reportee party, LocalRole before, LocalRole after) {
        Reach reach = reach(require(user, party), party);
        after.rights().stream()
                .filter(right -> !before.rights().contains(right))
                .forEach(reach::require);
        localRoles.replace(after);
    }

    /** Removes a local role, and withdraws it from all who were given it. */
    public void removeRole(Caller.User user, Reportee party, LocalRole role) {
        require(user, party);
        // First the role: who had been given it has none of its rights from here on.
        localRoles.remove(role);
        Gift gift = new Gift.Role(role.code());
        delegations.of(party.partyId()).stream()
                .filter(each -> each.gift().equals(gift))
                .forEach(delegations::withdraw);
    }

    private Reach reach(Held held, Reportee party) {
        Set<String> roles = new HashSet<>(held.roles());
        if (roles.contains(CHIEF)) {
            catalogue.roleDefinitions().stream()
                    .filter(RoleDefinition::isDelegable)
                    .map(RoleDefinition::code)
                    .forEach(roles::add);
            localRoles.of(party.partyId()).stream().map(LocalRole::code).forEach(roles::add);
        }
        return new Reach(held, roles);
    }

    /** What somebody may give. */
    private final class Reach {
        private final Held held;
        private final Set<String> roles;

        Reach(Held held, Set<String> roles) {
            this.held = held;
            this.roles = roles;
        }

        void require(Gift gift) {
            boolean mayGive =
                    gift instanceof Gift.Right right
                            ? has(right)
                            : roles.contains(gift.key()) && isDelegable(gift.key());
            if (!mayGive) {
                throw new Refused.Forbidden(
                        gift instanceof Gift.Right right
                                ? "The user cannot delegate the right %s for the service %s"
                                        .formatted(right.action().title(), right.service())
                                : "The user cannot delegate the role " + gift.key());
            }
        }

        private boolean isDelegable(String code) {
            return LocalRole.isCode(code)
                    || catalogue
                            .roleDefinition(code)
                            .filter(RoleDefinition::isDelegable)
                            .isPresent();
        }

        private boolean has(Gift.Right right) {
            Optional<Service> service = catalogue.service(right.service());
            if (service.isEmpty()) {
                return false;
            }
            Set<Action> actions = held.actions(service.get());
            actions.addAll(Held.actions(service.get(), roles));
            return actions.contains(right.action());
        }
    }
}
