package no.altinn.rest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.language.Language;
import no.altinn.rest.payment.EarlierBuild;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

class StoredCatalogueTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final Entries entries = new MemoryEntryStore(clock).of(Tables.SERVICES);
    private final StoredCatalogue catalogue = new StoredCatalogue(entries, clock);

    private static CatalogueDraft letter(String pointer, String value) {
        JsonNode json = CatalogueJson.with(CatalogueJson.LETTER, pointer, value);
        return CatalogueReader.service(CatalogueJson.LETTER_KEY, json);
    }

    @Test
    void whatThisProcessPutsCountsAtOnce() {
        assertThat(catalogue.services()).isEmpty();

        CatalogueJson.fill(catalogue);

        assertThat(catalogue.services())
                .extracting(service -> service.key().toString())
                .containsExactly("1001/1", "2101/1", "3001/1");
        assertThat(catalogue.codeList("ASF_Land", 404, Language.ENGLISH)).isPresent();
        assertThat(catalogue.roleDefinition("REVAI").orElseThrow().id()).isEqualTo(7);
        assertThat(catalogue.roleDefinition(82).orElseThrow().code()).isEqualTo("PRIV");
    }

    @Test
    void whatAnotherProcessPutsCountsAfterFiveMinutes() {
        assertThat(catalogue.services()).isEmpty();
        new StoredCatalogue(entries, clock).put(CatalogueJson.form());

        assertThat(catalogue.services()).isEmpty();
        clock.advance(Duration.ofMinutes(5));

        assertThat(catalogue.services()).hasSize(1);
    }

    @Test
    void aListHasNoSchemasAndOneServiceHasAll() {
        catalogue.put(CatalogueJson.form());

        assertThat(catalogue.services().get(0).forms())
                .extracting(Service.FormType::schema)
                .containsExactly("", "");
        assertThat(catalogue.published(CatalogueJson.FORM_KEY))
                .contains((PublishedService) CatalogueJson.form().item());
        assertThat(catalogue.service(CatalogueJson.FORM_KEY).orElseThrow().forms())
                .extracting(Service.FormType::schema)
                .containsOnly(CatalogueJson.SKJEMA);
        assertThat(catalogue.service(new ServiceKey("1001", 2))).isEmpty();
    }

    @Test
    void aCatalogueThatDidNotChangeIsTheSameObjectAfterItIsReadAgain() {
        catalogue.put(CatalogueJson.form());
        Catalogue before = catalogue.current();
        clock.advance(Duration.ofMinutes(5));

        assertThat(catalogue.current()).isSameAs(before);

        new StoredCatalogue(entries, clock).put(letter("/Level", "2"));
        clock.advance(Duration.ofMinutes(5));

        assertThat(catalogue.current()).isNotSameAs(before);
    }

    @Test
    void aServiceThatChangesItsOwnerIsThereOnce() {
        catalogue.put(letter("/Level", "2"));
        catalogue.put(letter("/ServiceOwnerCode", "'ttd'"));

        assertThat(catalogue.services()).extracting(Service::owner).containsExactly("ttd");
        assertThat(entries.search(Search.everywhere())).hasSize(1);
    }

    @Test
    void aServiceMayNameOnlyRolesThatThereAre() {
        CatalogueDraft draft = letter("/Actions", "{'REVAI':['Read'],'DAGL':['Read']}");

        assertThatThrownBy(() -> catalogue.put(draft))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessage("Actions.REVAI: there is no role with this code");
        assertThat(catalogue.services()).isEmpty();

        catalogue.put(
                List.of(draft, CatalogueReader.roleDefinition(7, Json.parse(CatalogueJson.ROLE))));

        assertThat(catalogue.services()).hasSize(1);
    }

    @Test
    void aServiceMayNameOnlyAddressesThatMayBeCalled() {
        StoredCatalogue choosy =
                new StoredCatalogue(
                        entries,
                        address ->
                                Optional.of("must not be asked")
                                        .filter(fault -> address.getPath().startsWith("/ja")),
                        clock);
        JsonNode lookup =
                CatalogueJson.with(
                        CatalogueJson.LOOKUP, "/LookupSource", "'https://kilde.example/ja'");

        assertThatThrownBy(() -> choosy.put(CatalogueJson.form()))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessage("Payment.Status: must not be asked");
        assertThatThrownBy(
                        () -> choosy.put(CatalogueReader.service(CatalogueJson.LOOKUP_KEY, lookup)))
                .hasMessage("LookupSource: must not be asked");
        assertThat(choosy.services()).isEmpty();

        choosy.put(
                CatalogueReader.service(
                        CatalogueJson.LOOKUP_KEY, Json.parse(CatalogueJson.LOOKUP)));

        assertThat(choosy.services()).hasSize(1);
    }

    @Test
    void aRoleKeepsItsCodeAndNoOtherHasIt() {
        JsonNode role = Json.parse(CatalogueJson.ROLE);

        assertThatThrownBy(() -> catalogue.put(CatalogueReader.roleDefinition(82, role)))
                .hasMessage("RoleDefinitionCode: must stay PRIV: services name it");
        catalogue.put(CatalogueReader.roleDefinition(7, role));
        assertThatThrownBy(() -> catalogue.put(CatalogueReader.roleDefinition(9, role)))
                .hasMessage("RoleDefinitionCode: is the code of the role 7 already");
    }

    @Test
    void anEntryThatCannotBeReadIsLeftOutOfTheLists() {
        catalogue.put(CatalogueJson.form());
        entries.put(
                Entry.of(
                        "ttd",
                        "service:9:1",
                        Map.of("kind", "service"),
                        Json.object().put("ServiceCode", "9"),
                        "{}"));
        clock.advance(Duration.ofMinutes(5));

        assertThat(catalogue.services()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceOfAnEarlierBuildIsReadInListsAndWhole(boolean needsPayment) {
        MemoryEntryStore store = new MemoryEntryStore(clock);
        EarlierBuild.storeService(store, needsPayment);
        StoredCatalogue earlier = new StoredCatalogue(store.of(Tables.SERVICES), clock);
        Optional<Payment> payment =
                needsPayment ? Optional.of(new Payment.Unaddressed()) : Optional.empty();

        Service listed = earlier.services().get(0);
        Service whole = earlier.service(EarlierBuild.SERVICE).orElseThrow();

        assertThat(listed.payment()).isEqualTo(payment);
        assertThat(whole.payment()).isEqualTo(payment);
        assertThat(whole.needsPayment()).isEqualTo(needsPayment);
        assertThat(whole.forms().get(0).schema()).contains("name='navn'");
    }

    @Test
    void withoutTheStoreTheCatalogueServesForFiveMinutesAndNoLonger() {
        AtomicBoolean isAway = new AtomicBoolean();
        Entries breakable =
                (Entries)
                        Proxy.newProxyInstance(
                                Entries.class.getClassLoader(),
                                new Class<?>[] {Entries.class},
                                (proxy, method, arguments) -> {
                                    if (isAway.get()) {
                                        throw new Unavailable("The store is away");
                                    }
                                    return method.invoke(entries, arguments);
                                });
        StoredCatalogue other = new StoredCatalogue(breakable, clock);
        other.put(CatalogueJson.form());
        assertThat(other.services()).hasSize(1);

        isAway.set(true);
        clock.advance(Duration.ofSeconds(299));
        assertThat(other.services()).hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(other::services).isInstanceOf(Unavailable.class);

        isAway.set(false);
        clock.advance(Duration.ofSeconds(10));
        assertThat(other.services()).hasSize(1);
    }
}
