package no.altinn.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The arrows of the house. */
class ArchitectureTest {
    private static final String[] SHARED = {"no.altinn.platform.."};
    private static final String[] EVENTS = {"no.altinn.events.."};
    private static final String[] AUTHENTICATION = {"no.altinn.authentication.."};
    private static final String[] REST = {"no.altinn.rest.."};
    private static final String[] APPS = {
        "no.altinn.events..", "no.altinn.authentication..", "no.altinn.rest.."
    };
    private static final String[] HOST = {"no.altinn.local.host..", "no.altinn.local.web.."};
    private static final String[] LOCAL_PLATFORM = {
        "no.altinn.local",
        "no.altinn.local.azure..",
        "no.altinn.local.backend..",
        "no.altinn.local.desk..",
        "no.altinn.local.overview..",
        "no.altinn.local.store.."
    };

    /** Where an app meets what is not its own: the only packages that are no rules. */
    private static final String[] ADAPTERS = {
        "no.altinn.(events|authentication|rest).azure..",
        "no.altinn.(events|authentication|rest).app..",
        "no.altinn.(events|authentication|rest).functions..",
        "no.altinn.events.webhook.okhttp..",
        "no.altinn.rest.lookup.."
    };

    /** Where the REST app speaks HTTP: what stands before its rules, and their faces. */
    private static final String[] REST_FACES = {
        "no.altinn.rest.door..", "no.altinn.rest.endpoint.."
    };

    private static JavaClasses all;
    private static JavaClasses deployed;

    @BeforeAll
    static void readClasses() {
        all =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("no.altinn")
                        .that(not(resideInAPackage("no.altinn.testing..")));
        deployed = all.that(not(resideInAPackage("no.altinn.local..").as("the local platform")));
    }

    @Test
    void theHallKnowsNoApp() {
        knowOnly(SHARED, SHARED);
    }

    @Test
    void noAppKnowsAnother() {
        knowOnly(EVENTS, EVENTS, SHARED);
        knowOnly(AUTHENTICATION, AUTHENTICATION, SHARED);
        knowOnly(REST, REST, SHARED);
    }

    @Test
    void theLocalHostKnowsNoApp() {
        knowOnly(HOST, HOST, SHARED);
    }

    @Test
    void standInsKnowNoApp() {
        noClasses()
                .that(not(resideInAnyPackage(LOCAL_PLATFORM).or(resideInAnyPackage(HOST))))
                .and()
                .resideInAPackage("no.altinn.local..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(APPS).or(resideInAnyPackage(LOCAL_PLATFORM)))
                .check(all);
    }

    private static void knowOnly(String[] packages, String[]... allowed) {
        DescribedPredicate<JavaClass> known = resideInAnyPackage("nowhere");
        for (String[] some : allowed) {
            known = known.or(resideInAnyPackage(some));
        }
        noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage("no.altinn..").and(not(known)))
                .check(all);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("no.altinn.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void onlyAdaptersKnowAzureSdks() {
        noClasses()
                .that(not(resideInAPackage("..azure..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.azure..")
                .allowEmptyShould(true)
                .check(all);
    }

    @Test
    void onlyAdaptersAndCompositionRootsKnowWhatIsInAzure() {
        noClasses()
                .that(not(resideInAnyPackage("..azure..", "..app..", "no.altinn.local")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("no.altinn..azure..")
                .check(all);
    }

    @Test
    void onlyTriggersAndWhatComposesOrHostsThemKnowTheFunctionsLibrary() {
        noClasses()
                .that(not(resideInAnyPackage("..functions..", "..app..", "no.altinn.local.host..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.azure.functions..")
                .check(all);
    }

    @Test
    void onlyTheLocalPlatformKnowsAWebServerOrADatabaseDriver() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "java.sql..", "org.sqlite..")
                .check(deployed);
        noClasses()
                .that(not(resideInAPackage("no.altinn.local.store..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(all);
    }

    @Test
    void rulesKnowPortsAndNeverAdapters() {
        noClasses()
                .that(not(resideInAnyPackage(ADAPTERS)))
                .and()
                .resideInAnyPackage(APPS)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ADAPTERS)
                                .or(
                                        resideInAnyPackage(
                                                "com.azure..",
                                                "com.microsoft.azure..",
                                                "no.altinn.platform.client..",
                                                "no.altinn.platform.app.."))
                                .and(not(simpleName("Unavailable"))))
                .check(all);
    }

    @Test
    void rulesKnowNoHttpAnswer() {
        noClasses()
                .that(not(resideInAnyPackage(ADAPTERS).or(resideInAnyPackage(REST_FACES))))
                .and()
                .resideInAnyPackage(APPS)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Problem.class, Answer.class)
                .check(all);
    }

    @Test
    void theRulesOfTheRestAppKnowNoDoor() {
        noClasses()
                .that(not(resideInAnyPackage(ADAPTERS).or(resideInAnyPackage(REST_FACES))))
                .and()
                .resideInAnyPackage(REST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REST_FACES)
                .check(all);
    }

    @Test
    void whatIsWrittenAndReadKnowsNoRules() {
        noClasses()
                .that()
                .resideInAnyPackage("no.altinn.rest.representation..", "no.altinn.rest.odata..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(REST)
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "no.altinn.rest.representation..",
                                                        "no.altinn.rest.odata.."))))
                .check(all);
    }

    @Test
    void functionsAreDeclaredInFunctionPackages() {
        methods()
                .that()
                .areAnnotatedWith(FunctionName.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("..functions")
                .check(deployed);
    }

    @Test
    void deployedCodeLogsThroughSlf4jAlone() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(deployed);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(deployed);
    }

    @Test
    void deployedCodeAsksAClockForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(deployed);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(name("sleep"))
                                .and(
                                        target(
                                                owner(
                                                        assignableTo(Thread.class)
                                                                .or(
                                                                        assignableTo(
                                                                                TimeUnit.class))))))
                .check(all);
    }

    @Test
    void theHouseHasBeenRead() {
        // Every rule above holds for no classes at all; so there must be some of each module.
        for (String module :
                new String[] {
                    "no.altinn.platform.auth",
                    "no.altinn.events.publish",
                    "no.altinn.authentication.app",
                    "no.altinn.rest.door",
                    "no.altinn.local.host",
                    "no.altinn.local.maskinporten"
                }) {
            assertThat(all).extracting(JavaClass::getPackageName).contains(module);
        }
    }
}
