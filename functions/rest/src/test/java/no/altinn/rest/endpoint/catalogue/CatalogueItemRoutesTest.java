package no.altinn.rest.endpoint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.rest.catalogue.CatalogueJson;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.door.Routes;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueItemRoutesTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final StoredCatalogue catalogue =
            new StoredCatalogue(new MemoryEntryStore(clock).of(Tables.SERVICES), clock);
    private final DoorBed bed = DoorBed.of(CatalogueRoutes.of(catalogue).toArray(Routes[]::new));

    private Answer put(String path, String body) {
        return bed.put("private/catalogue/" + path, body)
                .without("ApiKey")
                .with("PlatformAccessToken", "t")
                .answer();
    }

    @Test
    void servicesCodeListsAndRolesArePutAndThereAtOnce() {
        assertThat(put("roledefinitions/7", CatalogueJson.ROLE).status()).isEqualTo(204);
        assertThat(put("1001/1", CatalogueJson.FORM).status()).isEqualTo(204);
        assertThat(put("codelists/ASF_Land/404", CatalogueJson.COUNTRIES).status()).isEqualTo(204);

        assertThat(bed.get("metadata/formtask/1001/1").answer().status()).isEqualTo(200);
        assertThat(bed.get("metadata/codelists/ASF_Land/404").answer().status()).isEqualTo(200);
        assertThat(bed.get("metadata/roledefinitions/7").answer().status()).isEqualTo(200);
    }

    @Test
    void everyFaultIsToldAndNothingIsKept() {
        Answer refused = put("1001/1", "{\"ServiceType\":\"Broker\",\"Level\":9}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "Level: must be a whole number from 0 to 4",
                        "ServiceOwnerCode: is missing",
                        "ValidTo: is missing");
        assertThat(catalogue.services()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://93.184.216.34/ | 204 |
            http://93.184.216.34/ | 400 | LookupSource: must begin with https: the scheme http is not allowed
            https://10.1.2.3/ | 400 | LookupSource: must be on a public address
            http://localhost:7071/ | 400 | LookupSource: must begin with https
            https://127.1/ | 400 | LookupSource: must be an absolute address of http or https
            """)
    void onlyAddressesThatMayBeCalledAreKept(String address, int status, String fault) {
        StoredCatalogue guarded =
                new StoredCatalogue(
                        new MemoryEntryStore(clock).of(Tables.SERVICES),
                        new EndPointRule(new AddressRule(false))::fault,
                        clock);
        String lookup = CatalogueJson.LOOKUP.replace("https://kilde.example/oppslag", address);

        Answer answer =
                DoorBed.of(CatalogueRoutes.of(guarded).toArray(Routes[]::new))
                        .put("private/catalogue/3001/1", lookup)
                        .with("PlatformAccessToken", "t")
                        .answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(fault == null ? "" : fault);
        assertThat(guarded.services()).hasSize(status == 204 ? 1 : 0);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThat(put("1001/1", "{").status()).isEqualTo(400);
        assertThat(put("1001/1", "{").reason()).startsWith("The body is not valid JSON: ");
        assertThat(put("1001/1", "{\"Level\":1,\"Level\":2}").status()).isEqualTo(400);
        assertThat(put("1001/1", "").reason()).isEqualTo("The request needs a body.");
        assertThat(
                        bed.ask("PUT", "private/catalogue/1001/1")
                                .with("PlatformAccessToken", "t")
                                .with("Content-Type", "application/xml")
                                .sending("<Service/>")
                                .answer()
                                .status())
                .isEqualTo(415);
    }

    @Test
    void aServiceOverOneMebibyteIsTooLarge() {
        String large = CatalogueJson.LETTER.replace("Et brev", "x".repeat(1 << 20));

        assertThat(put("2101/1", large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001/x", "roledefinitions/x", "codelists/ASF_Land/x"})
    void anAddressThatNothingCanHaveIsNotFound(String path) {
        assertThat(put(path, "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001/1", "roledefinitions/7", "codelists/ASF_Land/404"})
    void onlyPartsOfThePlatformAreLetIn(String path) {
        assertThat(
                        bed.calledBy(DoorBed.TTD)
                                .put("private/catalogue/" + path, CatalogueJson.LETTER)
                                .answer()
                                .status())
                .isEqualTo(401);
        assertThat(catalogue.services()).isEmpty();
    }
}
