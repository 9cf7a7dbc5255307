package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Caller;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.endpoint.profile.ContactInformationRoutes;
import no.altinn.rest.endpoint.profile.ProfileRoutes;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Accounts.Account;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.Recipients;
import no.altinn.rest.reportee.Town;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All routes about parties, over the parties of {@link Town}. */
public final class PartiesBed {
    public final Town town = new Town();
    public final Contacts contacts =
            new Contacts(new MemoryEntryStore(town.clock).of(Tables.CONTACTS), town.clock);
    public final Map<Integer, Account> accounts = new HashMap<>();

    private final DoorBed door = door();

    private DoorBed door() {
        RolesAndServices catalogue = new RolesAndServices();
        return DoorBed.of(
                        new ReporteeRoutes(
                                town.reportees, town.allowedReportees, town.named, catalogue),
                        new OrganizationRoutes(town.reportees),
                        new OwnerReporteeRoutes(
                                number -> Optional.ofNullable(town.profiles.get(number)),
                                town.reportees,
                                town.allowedReportees,
                                catalogue),
                        new OwnerOrganizationRoutes(town.reportees, contacts),
                        new OwnerContactRoutes(
                                town.reportees, contacts, catalogue, town, town.calls),
                        new RecipientRoutes(
                                new Recipients(
                                        town.known,
                                        town.named,
                                        number -> Optional.ofNullable(town.profiles.get(number)),
                                        contacts)),
                        new ProfileRoutes(
                                number -> Optional.ofNullable(town.profiles.get(number)),
                                userId -> Optional.ofNullable(accounts.get(userId)),
                                town.known),
                        new ContactInformationRoutes(contacts))
                .with(town.reportees);
    }

    public DoorBed as(Caller caller) {
        return door.calledBy(caller);
    }

    public DoorBed asOwner() {
        return as(Town.TTD);
    }

    public DoorBed speaking(Caller caller, Language language) {
        return door.speaking(language).calledBy(caller);
    }
}
