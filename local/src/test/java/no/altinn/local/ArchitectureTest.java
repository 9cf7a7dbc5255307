package no.altinn.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** The arrows of the house. */
class ArchitectureTest {
    private static JavaClasses all;
    private static JavaClasses deployed;

    @BeforeAll
    static void readClasses() {
        all =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("no.altinn");
        deployed = all.that(not(resideInAPackage("no.altinn.local..").as("the local platform")));
    }

    @Test
    void arrowsRunFromLocalToFunctionAppsToShared() {
        noClasses()
                .that()
                .resideInAPackage("no.altinn.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "no.altinn.events..", "no.altinn.authentication..", "no.altinn.local..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("no.altinn.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("no.altinn.authentication..", "no.altinn.local..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("no.altinn.authentication..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("no.altinn.events..", "no.altinn.local..")
                .check(all);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("no.altinn.(*).(*)..").should().beFreeOfCycles().check(all);
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
                .that(not(resideInAnyPackage("..azure..", "..functions..", "no.altinn.local")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("no.altinn..azure..")
                .check(all);
    }

    @Test
    void onlyFunctionPackagesAndTheLocalHostKnowTheFunctionsLibrary() {
        noClasses()
                .that(not(resideInAnyPackage("..functions..", "no.altinn.local..")))
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
                .that()
                .resideInAnyPackage(
                        "no.altinn.events.event..",
                        "no.altinn.events.policy..",
                        "no.altinn.events.publish..",
                        "no.altinn.events.query..",
                        "no.altinn.events.subscription..",
                        "no.altinn.events.delivery..",
                        "no.altinn.events.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "no.altinn.events.azure..",
                        "no.altinn.events.functions..",
                        "no.altinn.platform.functions..")
                .check(all);
    }

    @Test
    void exchangesAndKeysKnowPortsAndNeverAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "no.altinn.authentication.exchange..", "no.altinn.authentication.keys..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "no.altinn.authentication.lookup..",
                        "no.altinn.authentication.azure..",
                        "no.altinn.authentication.functions..",
                        "no.altinn.platform.functions..")
                .check(all);
    }

    @Test
    void portsDependOnNoRules() {
        classes()
                .that()
                .resideInAPackage("no.altinn.events.store..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "no.altinn.events.store..",
                                        "no.altinn.events.event..",
                                        "no.altinn.platform.http..",
                                        "com.fasterxml.jackson..",
                                        "org.slf4j..",
                                        "java..")
                                .as("values and the JDK"))
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
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(deployed);
    }

    @Test
    void theHouseHasBeenRead() {
        // Every rule above holds for no classes at all; so there must be some of each module.
        for (String module :
                new String[] {
                    "no.altinn.platform.auth",
                    "no.altinn.events.publish",
                    "no.altinn.authentication.functions",
                    "no.altinn.local.host"
                }) {
            assertThat(all).extracting(JavaClass::getPackageName).contains(module);
        }
    }
}
