package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.testdata.MalformedFile;
import no.altinn.local.testdata.Parties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

class PoliciesTest {
    private final Policies policies = Bundled.policies();
    private final Parties parties = Bundled.parties();

    /** Attributes are written {@code id=value}, several with spaces between, without urn:altinn. */
    private PolicyResult decide(String caller, String action, String resource) {
        return decide(policies, caller, action, resource);
    }

    private PolicyResult decide(Policies by, String caller, String action, String resource) {
        return by.decide(
                new Question(
                        List.of(
                                category(XacmlCategory.SUBJECT, caller),
                                new XacmlCategory(
                                        XacmlCategory.ACTION,
                                        "",
                                        List.of(
                                                attribute(
                                                        "urn:oasis:names:tc:xacml:1.0:action:"
                                                                + "action-id",
                                                        action))),
                                category(XacmlCategory.RESOURCE, resource))),
                parties);
    }

    private static XacmlCategory category(String id, String attributes) {
        return new XacmlCategory(
                id,
                "",
                Arrays.stream(attributes.split(" "))
                        .map(pair -> pair.split("="))
                        .map(pair -> attribute("urn:altinn:" + pair[0], pair[1]))
                        .toList());
    }

    private static XacmlAttribute attribute(String id, String value) {
        return new XacmlAttribute(id, value, "", false);
    }

    @ParameterizedTest(name = "{0} may {1} {2}")
    @CsvSource({
        // Service owners: their own resources and apps, for any subject and for none.
        "org=ttd, publish, resource=ttd-x partyid=50000001",
        "org=ttd, publish, resource=ttd-x",
        "org=ttd, subscribe, resource=ttd-x organization:identifier-no=310000003",
        "org=ttd, subscribe, resource=TTD-X",
        "org=ttd, read, resource=app_ttd_apps-test partyid=50000002",
        "org=ttd, read, org=ttd app=apps-test instance-id=50000001/abc",
        "org=ttd, read, resource=app_ttd_apps-test org=ttd app=apps-test",
        "org=ttd orgNumber=991825827, subscribe, resource=ttd-x",
        "org=skd, publish, resource=skd-x",
        "org=skd, subscribe, resource=skd-x partyid=51000003",
        "org=skd, read, resource=app_skd_tax",
        // A person: its own party by each of its names.
        "userid=20000001, subscribe, resource=ttd-x partyid=50000001",
        "userid=20000001, subscribe, resource=ttd-x userid=20000001",
        "userid=20000001, subscribe, resource=ttd-x person:identifier-no=01909012345",
        "userid=20000001, subscribe, "
                + "resource=ttd-x party:uuid=00000000-0000-4000-8000-000050000001",
        "userid=20000001, read, org=ttd app=apps-test partyid=50000001 instance-id=50000001/abc",
        "partyid=50000001, read, resource=app_ttd_apps-test partyid=50000001",
        // An organisation: itself and its sub-unit.
        "organization:identifier-no=310000001, subscribe, resource=ttd-x partyid=51000001",
        "organizationnumber=310000001, subscribe, resource=ttd-x partyid=51000002",
        "organization:identifier-no=310000001, read, "
                + "resource=app_ttd_a organization:identifier-no=310000002",
        // A system user: what its organisation may.
        "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000001, subscribe, "
                + "resource=ttd-x organization:identifier-no=310000001",
        "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000001, read, "
                + "resource=app_ttd_a partyid=51000002",
    })
    void isPermitted(String caller, String action, String resource) {
        assertThat(decide(caller, action, resource)).isInstanceOf(PolicyResult.Permit.class);
    }

    @ParameterizedTest(name = "{0} may not {1} {2}")
    @CsvSource({
        // Service owners: nothing of another's, no other action.
        "org=ttd, publish, resource=skd-x",
        "org=skd, subscribe, resource=ttd-x",
        "org=skd, read, org=ttd app=apps-test",
        "org=ttd, publish, resource=app_ttd_apps-test",
        "org=ttd, read, resource=ttd-x",
        "org=ttd, delete, resource=ttd-x",
        "org=digdir, subscribe, resource=ttd-x",
        "org=ttd, read, resource=app_ttd_a org=skd app=tax",
        "org=ttd, subscribe, partyid=50000001",
        // Persons: nobody else, not nobody, nothing to publish.
        "userid=20000001, subscribe, resource=ttd-x partyid=50000002",
        "userid=20000001, subscribe, resource=ttd-x",
        "userid=20000001, subscribe, resource=ttd-x org=ttd",
        "userid=20000001, publish, resource=ttd-x partyid=50000001",
        "userid=20000001, subscribe, resource=skd-x partyid=50000001",
        "userid=20000001, read, org=skd app=tax partyid=50000001",
        "userid=20000001, read, org=ttd app=a partyid=50000001 instance-id=50000002/abc",
        "userid=20000001, read, org=ttd app=a instance-id=50000002/abc",
        "userid=29999999, subscribe, resource=ttd-x partyid=50000001",
        "userid=29999999 partyid=50000001, subscribe, resource=ttd-x partyid=50000001",
        // Organisations: not the unit above, not a neighbour.
        "organization:identifier-no=310000002, subscribe, resource=ttd-x partyid=51000001",
        "organization:identifier-no=310000001, subscribe, resource=ttd-x partyid=51000003",
        "organization:identifier-no=310000001, subscribe, resource=ttd-x partyid=50000001",
        "organization:identifier-no=310000001, subscribe, resource=ttd-x",
        "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000002, subscribe, "
                + "resource=ttd-x partyid=51000001",
        "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000001, subscribe, "
                + "resource=ttd-x partyid=51000003",
        "scope=a:b, subscribe, resource=ttd-x partyid=50000001",
    })
    void isNotPermitted(String caller, String action, String resource) {
        assertThat(decide(caller, action, resource)).isInstanceOf(PolicyResult.NotApplicable.class);
    }

    @Test
    void level4IsObligedOnItsResourceOnly() {
        assertThat(decide("org=ttd", "subscribe", "resource=ttd-level4"))
                .isInstanceOfSatisfying(
                        PolicyResult.Permit.class,
                        permit ->
                                assertThat(permit.obligations())
                                        .extracting(RequiredLevel::minimumAuthenticationLevel)
                                        .containsExactly(4));
        assertThat(decide("org=ttd", "subscribe", "resource=ttd-level41"))
                .isEqualTo(new PolicyResult.Permit(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"rules\":[],\"obligations\":[],\"rule\":[]}",
                "{\"rules\":[{\"caller\":\"party\"}],\"obligations\":[]}",
                "{\"rules\":[{\"caller\":\"party\",\"actions\":[],\"resources\":[],"
                        + "\"subject\":\"all\"}],\"obligations\":[]}",
            })
    void aFileThatSaysSomethingElseIsRefused(String file) {
        assertThatExceptionOfType(MalformedFile.class).isThrownBy(() -> Policies.parse(file));
    }

    private static Policies rule(String caller, String subject) {
        return Policies.parse(
                """
                {"rules": [{"caller": "%s", "actions": ["subscribe"], "resources": ["ttd-*"],
                            "subject": "%s"}], "obligations": []}
                """
                        .formatted(caller, subject));
    }

    @ParameterizedTest(name = "{0} is for {1}: {2}")
    @CsvSource({
        "party:50000001, userid=20000001, true",
        "party:50000001, partyid=50000001, true",
        "party:50000001, userid=20000002, false",
        "user:20000001, userid=20000001, true",
        "user:20000001, partyid=50000001, true",
        "party:51000001, organizationnumber=310000001, true",
        "organisation:310000001, organization:identifier-no=310000001, true",
        "organisation:310000001, organizationnumber=310000001, true",
        "organisation:310000001, systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000001, true",
        "organisation:310000002, organization:identifier-no=310000001, false",
        "organisation:310000001, organization:identifier-no=310000002, false",
        // Strangers to the test data may be named, too.
        "organisation:999999999, organization:identifier-no=999999999, true",
        "party:1, partyid=1, true",
        "user:1, userid=1, true",
        "systemuser:A1B2C3D4-0000-4000-8000-000000000009, "
                + "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000009, true",
        // The surest name decides.
        "party:50000001, userid=29999999 partyid=50000001, false",
        "org:skd, org=skd, true",
        "org:skd, org=ttd, false",
    })
    void aRuleMayBeForOneCaller(String caller, String asking, boolean expected) {
        assertThat(
                        decide(rule(caller, "any"), asking, "subscribe", "resource=ttd-x")
                                instanceof PolicyResult.Permit)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "/party/50000002, partyid=50000002, true",
        "/party/50000002, party:id=50000002, true",
        "/party/50000002, party:uuid=00000000-0000-4000-8000-000050000002, true",
        "/party/50000002, userid=20000002, true",
        "urn:altinn:person:identifier-no:02909012346, "
                + "party:uuid=00000000-0000-4000-8000-000050000002, true",
        "/organisation/310000003, organization:identifier-no=310000003, true",
        "urn:altinn:organization:identifier-no:310000003, partyid=51000003, true",
        "/party/59999999, partyid=59999999, true",
        "/org/skd, org=skd, true",
        "/systemuser/A1B2C3D4-0000-4000-8000-000000000001, "
                + "systemuser:uuid=a1b2c3d4-0000-4000-8000-000000000001, true",
        "/party/50000002, partyid=50000001, false",
        "/party/50000002, partyid=50000002 instance-id=50000001/abc, false",
        "/party/50000002, event-id=50000002, false",
        "/org/skd, org=skd app=a, false",
        "/org/skd, org=skd partyid=50000001, false",
    })
    void aRuleMayBeForOneSubject(String subject, String about, boolean expected) {
        assertThat(
                        decide(
                                        rule("organisation:310000001", subject),
                                        "organizationnumber=310000001",
                                        "subscribe",
                                        "resource=ttd-x " + about)
                                instanceof PolicyResult.Permit)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization:310000001",
                "organisation:31000000",
                "party:abc",
                "party:",
                "org:",
                "person:01909012345",
                "systemuser:1",
                "everyone",
                ""
            })
    void aCallerOfNoKnownKindIsNamed(String caller) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> rule(caller, "any"))
                .withMessage(
                        "line 1: rules[0].caller: unknown caller \"%s\"; a caller is party,"
                                + " org:CODE, party:ID, user:ID, organisation:NUMBER or"
                                + " systemuser:UUID",
                        caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "",
                "party:50000001",
                "/person/01909012345",
                "urn:a",
                "/party/",
                "/party/5000000x",
                "/party/0",
                "/user/x",
                "/organisation/31000000",
                "/systemuser/1",
                "urn:altinn:party:uuid:5",
                "urn:altinn:person:identifier-no:1",
                "urn:altinn:organisation:identifier-no:310000003",
                "urn:altinn:thing:a"
            })
    void aSubjectThatIsNoneIsNamed(String subject) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> rule("party", subject))
                .withMessageStartingWith(
                        "line 2: rules[0].subject: unknown subject \"%s\"; a subject is any, own",
                        subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:altinn:resource:ttd-x", "*-x", "ttd x", ""})
    void aResourceThatNoneIsCalledIsNamed(String resource) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () ->
                                Policies.parse(
                                        "{\"rules\":[],\"obligations\":[{\"resources\":[\""
                                                + resource
                                                + "\"],\"minimumAuthenticationLevel\":3}]}"))
                .withMessageContaining("obligations[0].resources[0]: no resource is called");
    }

    private static void isRefused(String file, String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Policies.parse(file))
                .withMessage(message);
    }

    @Test
    void anActionThatNoAppAsksAboutIsNamed() {
        isRefused(
                """
                {"rules": [
                  {"caller": "party", "actions": ["read", "publishh"], "resources": ["*"],
                   "subject": "any"}]}
                """,
                "line 2: rules[0].actions[1]: unknown action \"publishh\"; an action is publish,"
                        + " subscribe or read");
    }

    @Test
    void aListThatMatchesNothingIsNamed() {
        isRefused(
                """
                {"rules": [{"caller": "party", "actions": [], "resources": [], "subject": "any"}],
                 "obligations": [{"resources": [], "minimumAuthenticationLevel": 3}]}
                """,
                "line 1: rules[0].actions: it is empty, so nothing would match;"
                        + " line 1: rules[0].resources: it is empty, so nothing would match;"
                        + " line 2: obligations[0].resources: it is empty, so nothing would match");
    }

    @Test
    void allFaultsAreToldTogether() {
        isRefused(
                """
                {"rules": [
                  {"caller": 7, "actions": "read", "resources": ["*"]},
                  {"subject": "any", "caller": "party"}],
                 "obligations": {}}
                """,
                "line 2: rules[0]: member 'subject' is missing;"
                        + " line 2: rules[0].caller: it must be a text;"
                        + " line 2: rules[0].actions: it must be an array;"
                        + " line 3: rules[1]: members 'actions', 'resources' are missing;"
                        + " line 4: obligations: it must be an array");
    }

    @Test
    void theMessageHasTenFaultsAtMost() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> Policies.parse("{\"rules\": [" + "{}, ".repeat(11) + "{}]}"))
                .withMessageContaining("rules[9]: members")
                .withMessageEndingWith("; and 2 more");
    }

    @Test
    void aFileThatIsNoObjectIsRefused() {
        isRefused("[]", "line 1: it must be an object");
        isRefused("null", "line 1: it must be an object");
        isRefused("\n", "line 1: the file is empty");
    }

    @Test
    void obligationsMayBeLeftOut() {
        assertThat(Policies.parse("{\"rules\": []}"))
                .isEqualTo(Policies.parse("{\"rules\": [], \"obligations\": []}"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "org:tdd, any, org:tdd",
        "organisation:310000009, any, organisation:310000009",
        "party:5, any, party:5",
        "user:5, own, user:5",
        "party, /party/59999999, /party/59999999",
        "party, /org/tdd, /org/tdd",
    })
    void aStrangerToTheTestDataIsFound(String caller, String subject, String stranger) {
        assertThat(rule(caller, subject).strangers(parties)).containsExactly(stranger);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "party, own",
        "org:ttd, /org/skd",
        "party:50000001, /party/51000002",
        "user:20000001, /user/20000002",
        "user:21000000, /party/52000000",
        "organisation:310000002, /organisation/310000003",
        "systemuser:a1b2c3d4-0000-4000-8000-000000000009, "
                + "/systemuser/a1b2c3d4-0000-4000-8000-000000000009",
        "party, urn:example:thing",
        // It must not be logged.
        "party, urn:altinn:person:identifier-no:01919012345",
    })
    void nobodyElseIsToldAsAStranger(String caller, String subject) {
        assertThat(rule(caller, subject).strangers(parties)).isEmpty();
    }

    @Test
    void aLevelThatIsNoneIsNamed() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () ->
                                Policies.parse(
                                        "{\"rules\":[],\"obligations\":[{\"resources\":[\"x\"],"
                                                + "\"minimumAuthenticationLevel\":5}]}"))
                .withMessageContaining("an authentication level is 0 to 4");
    }

    @Test
    void aMemberThatTheFormDoesNotKnowIsNamedWithThoseThatItKnows() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(
                        () -> Policies.parse("{\"rules\": [], \"obligations\": [],\n\"rule\": []}"))
                .withMessage(
                        "line 2: rule: there is no such member, but about, obligations, rules");
    }

    @Test
    void anEmptyFilePermitsNothing() {
        Policies none = Policies.parse("{\"rules\":[],\"obligations\":[]}");

        assertThat(none.decide(new Question(List.of()), parties))
                .isInstanceOf(PolicyResult.NotApplicable.class);
    }
}
