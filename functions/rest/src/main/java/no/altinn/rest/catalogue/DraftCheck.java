package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;

import no.altinn.rest.record.Search;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether drafts fit each other and what is in the catalogue already. For one thread. */
final class DraftCheck {
    private final CatalogueState now;
    private final Function<URI, Optional<String>> addresses;
    private final Faults faults = new Faults();

    /** The id of the role that has a code. */
    private final Map<String, Integer> roles = new HashMap<>();

    /**
     * @param addresses why an address may not be called, if it may not
     */
    DraftCheck(CatalogueState now, Function<URI, Optional<String>> addresses) {
        this.now = now;
        this.addresses = addresses;
        now.roleDefinitions().forEach(role -> roles.put(role.code(), role.id()));
    }

    /**
     * Requires that they fit.
     *
     * @throws InvalidCatalogue if they do not
     */
    void require(List<CatalogueDraft> drafts) {
        for (CatalogueDraft draft : drafts) {
            if (draft.item() instanceof RoleDefinition role) {
                check(role, draft.place().appendProperty("RoleDefinitionCode"));
            }
        }
        for (CatalogueDraft draft : drafts) {
            if (draft.item() instanceof PublishedService published) {
                check(published, draft.place().appendProperty("Actions"));
                checkAddresses(published.service(), draft.place());
            }
        }
        long more = drafts.stream().filter(draft -> now.entry(draft.item()).isEmpty()).count();
        if (now.size() + more > Search.MOST) {
            faults.add(
                    JsonPointer.empty(),
                    "The catalogue has %d items, and %d are the most"
                            .formatted(now.size(), Search.MOST));
        }
        faults.check();
    }

    private void check(RoleDefinition role, JsonPointer place) {
        Optional<String> before = now.roleDefinition(role.id()).map(RoleDefinition::code);
        if (before.isPresent() && !before.get().equals(role.code())) {
            faults.add(place, "must stay %s: services name it".formatted(before.get()));
            return;
        }
        Integer other = roles.putIfAbsent(role.code(), role.id());
        if (other != null && other != role.id()) {
            faults.add(place, "is the code of the role %d already".formatted(other));
        }
    }

    private void checkAddresses(Service service, JsonPointer place) {
        service.lookupSource()
                .ifPresent(source -> check(source, place.appendProperty("LookupSource")));
        JsonPointer payment = place.appendProperty("Payment");
        service.payment()
                .filter(Payment.At.class::isInstance)
                .map(Payment.At.class::cast)
                .ifPresent(
                        its -> {
                            check(its.page(), payment.appendProperty("Page"));
                            check(its.status(), payment.appendProperty("Status"));
                        });
    }

    private void check(URI address, JsonPointer place) {
        addresses.apply(address).ifPresent(fault -> faults.add(place, fault));
    }

    private void check(PublishedService published, JsonPointer place) {
        published.service().actions().keySet().stream()
                .sorted()
                .filter(code -> !roles.containsKey(code))
                .forEach(
                        code ->
                                faults.add(
                                        place.appendProperty(code),
                                        "there is no role with this code"));
    }
}
