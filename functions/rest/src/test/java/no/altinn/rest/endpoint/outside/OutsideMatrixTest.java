package no.altinn.rest.endpoint.outside;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.message.BoxBed;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route of lookups and payments, asked by every kind of caller. */
class OutsideMatrixTest {
    private static final Caller.User ANOTHER =
            new Caller.User(
                    20000002,
                    OptionalInt.of(51000009),
                    Optional.of("02909012346"),
                    Optional.empty(),
                    4,
                    Optional.empty());

    /**
     * A route as it is asked; all is of level 3, and the form a1 waits for a payment that is made.
     *
     * @param service whose right is needed
     * @param needed that right
     * @param isKeyed whether a key is needed
     * @param inAnotherBox what another user is answered in a box of her own
     */
    private record Row(
            String template,
            String path,
            int status,
            String service,
            Action needed,
            boolean isKeyed,
            int inAnotherBox) {
        String in(String who, String reference) {
            return path.replace("{who}", who).replace("{reference}", reference);
        }

        @Override
        public String toString() {
            return "GET " + template;
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "{who}/lookup/{sc}/{sec}",
                        "{who}/lookup/3002/1?queryOptions=x",
                        200,
                        "3002",
                        Action.READ,
                        true,
                        200),
                new Row(
                        "payment/{who}/{id}",
                        "payment/{who}/a1?application=a",
                        204,
                        "1004",
                        Action.WRITE,
                        false,
                        404),
                new Row(
                        "payment/{who}/{id}/return",
                        "payment/{who}/a1/return?application=a&reference={reference}",
                        204,
                        "1004",
                        Action.WRITE,
                        false,
                        404));
    }

    private final OutsideBed bed = new OutsideBed();
    private final long number = bed.send("1004");
    private final String reference =
            ((State.Paying) bed.message(number).state()).reference().orElseThrow();

    OutsideMatrixTest() {
        bed.paid.add(reference);
    }

    private DoorBed.Asked asked(Row row, Caller caller, String who) {
        return bed.door.calledBy(caller).get(row.in(who, reference));
    }

    private void refused(DoorBed.Asked asked, int status) {
        assertThat(asked.answer().status()).isEqualTo(status);
        assertThat(bed.asked).isEmpty();
        assertThat(bed.references).isEmpty();
        assertThat(bed.message(number).state().status()).isEqualTo(Status.PAYMENT);
    }

    @Test
    void everyRouteStandsInTheMatrix() {
        Set<String> asked = rows().map(Row::toString).collect(Collectors.toSet());

        assertThat(
                        bed.routes.stream()
                                .flatMap(routes -> routes.routes().stream())
                                .map(route -> route.method() + " " + route.template()))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerMay(Row row) {
        assertThat(asked(row, DoorBed.A, "my").answer().status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerMayUnderTheOtherName(Row row) {
        assertThat(asked(row, DoorBed.A, "r50000001").answer().status()).isEqualTo(row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onlyWhatNeedsNoKeyIsGivenWithoutOne(Row row) {
        DoorBed.Asked asked = asked(row, DoorBed.A, "my").without("ApiKey");

        assertThat(asked.answer().status()).isEqualTo(row.isKeyed() ? 400 : row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aKeyWithoutTheGrantOpensOnlyWhatNeedsNone(Row row) {
        DoorBed.Asked asked = asked(row, DoorBed.A, "my").with("ApiKey", DoorBed.READER);

        assertThat(asked.answer().status()).isEqualTo(row.isKeyed() ? 403 : row.status());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anotherUserMayNotForTheOwner(Row row) {
        refused(asked(row, ANOTHER, "r50000001"), 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSameAddressInAnotherBoxIsAnother(Row row) {
        assertThat(asked(row, ANOTHER, "310000009").answer().status())
                .isEqualTo(row.inAnotherBox());
        assertThat(asked(row, DoorBed.A, "310000001").answer().status())
                .isEqualTo(row.inAnotherBox());
        assertThat(bed.message(number).state().status()).isEqualTo(Status.PAYMENT);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anOrganisationMayNot(Row row) {
        refused(asked(row, DoorBed.TTD, "r50000001"), 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyMayNot(Row row) {
        refused(asked(row, new Caller.Nobody(), "r50000001"), 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserWithoutTheRightMayNot(Row row) {
        bed.box.permissions.take(row.service(), row.needed());

        refused(asked(row, DoorBed.A, "my"), 403);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aUserOfALowerLevelMayNot(Row row) {
        refused(asked(row, BoxBed.atLevel(2), "my"), 401);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aTokenWithAnotherScopeMayNot(Row row) {
        Caller.User scoped =
                new Caller.User(
                        DoorBed.A.userId(),
                        DoorBed.A.partyId(),
                        DoorBed.A.nationalNumber(),
                        Optional.empty(),
                        4,
                        Optional.of(Set.of("altinn:instances.read", "altinn:lookups")));

        refused(asked(row, scoped, "my"), 401);
    }
}
