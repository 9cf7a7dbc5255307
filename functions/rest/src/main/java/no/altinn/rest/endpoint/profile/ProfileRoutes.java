package no.altinn.rest.endpoint.profile;

import no.altinn.platform.register.MailingAddress;
import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Accounts;
import no.altinn.rest.profile.Accounts.Account;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.reportee.KnownParties;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code {who}/profile}: of oneself, or of an organisation (rest-resources.md, Profile). */
public final class ProfileRoutes implements Routes {
    private static final String TYPE = "Profile";

    private final Profiles profiles;
    private final Accounts accounts;
    private final KnownParties known;

    public ProfileRoutes(Profiles profiles, Accounts accounts, KnownParties known) {
        this.profiles = profiles;
        this.accounts = accounts;
        this.known = known;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "{who}/profile",
                        Category.USER_PROFILE,
                        Needs.USER,
                        Set.of("altinn:profiles.read", "altinn:enduser"),
                        this::show));
    }

    private Reply show(Visit visit) {
        Reportee who = visit.who();
        return Reply.of(
                who.organisationNumber()
                        .map(number -> organisation(visit, number))
                        .orElseGet(() -> person(visit, visit.user(), who)));
    }

    private Resource person(Visit visit, Caller.User user, Reportee who) {
        // What a person chose is for nobody else, whoever acts for the person.
        if (user.partyId().orElse(0) != who.partyId()) {
            throw RestError.notFound();
        }
        Optional<Profile> profile = user.nationalNumber().flatMap(profiles::find);
        Optional<Account> account = accounts.find(user.userId());
        return Resource.of(
                TYPE,
                Members.builder()
                        .text("Name", who.name())
                        .text(
                                "UserName",
                                account.flatMap(Account::userName)
                                        .or(() -> profile.flatMap(Profile::userName)))
                        .text("MobileNumber", profile.flatMap(Profile::mobileNumber))
                        .text(
                                "PreferredLanguage",
                                name(
                                        account.flatMap(Account::language)
                                                .or(() -> profile.flatMap(Profile::language))
                                                .orElse(Language.BOKMAAL)))
                        .build(),
                Link.of("self", visit.whoAddress("profile")));
    }

    /** Altinn's names of languages, in profiles alone. */
    private static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "English";
            case BOKMAAL -> "NorwegianNO";
            case NYNORSK -> "NorwegianNN";
        };
    }

    private Resource organisation(Visit visit, String number) {
        RegisteredParty.Unit unit = known.organisation(number).orElseThrow(RestError::notFound);
        Optional<MailingAddress> address = unit.mailingAddress();
        return Resource.of(
                TYPE,
                Members.builder()
                        .text("Entity", unit.name())
                        .text("Email", unit.emailAddress())
                        .text("MobileNumber", unit.mobileNumber())
                        .text("Address", address.flatMap(MailingAddress::address))
                        .text("PostCode", address.flatMap(MailingAddress::postalCode))
                        .text("City", address.flatMap(MailingAddress::city))
                        .build(),
                Link.of("self", visit.whoAddress("profile")),
                Link.of("contactinformation", visit.whoAddress("profile/contactinformation")));
    }
}
