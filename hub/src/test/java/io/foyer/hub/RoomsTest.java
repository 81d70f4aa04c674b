package io.foyer.hub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.command.Command;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final JavaClasses HUB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.foyer.hub");

    @Test
    void the_edges_do_not_know_each_other_and_nothing_looks_upward() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("top")
                .definedBy("io.foyer.hub")
                .layer("config")
                .definedBy("io.foyer.hub.config..")
                .layer("mqtt")
                .definedBy("io.foyer.hub.mqtt..")
                .layer("web")
                .definedBy("io.foyer.hub.web..")
                .layer("store")
                .definedBy("io.foyer.hub.store..")
                .layer("site")
                .definedBy("io.foyer.hub.site..")
                .layer("domain")
                .definedBy("io.foyer.hub.domain..")
                .whereLayer("top")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("top")
                .whereLayer("mqtt")
                .mayOnlyBeAccessedByLayers("top")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("top")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("top")
                .whereLayer("site")
                .mayOnlyBeAccessedByLayers("top", "config", "mqtt", "web", "store")
                .check(HUB);
    }

    @Test
    void the_domain_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("io.foyer.hub.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.foyer.hub.domain..",
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "java.math..",
                                "org.jspecify..")
                        // The comparison of two texts whose time tells nothing, and what makes bytes of them.
                        .or(belongToAnyOf(MessageDigest.class, StandardCharsets.class, Charset.class)))
                .check(HUB);
    }

    @Test
    void the_domain_reads_no_clock_and_throws_no_dice() {
        noClasses()
                .that()
                .resideInAPackage("io.foyer.hub.domain..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(HUB);
    }

    @Test
    void sql_stays_in_the_store_and_http_in_the_web() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.foyer.hub.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..", "org.postgresql..")
                .check(HUB);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.foyer.hub.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.ext.web..")
                .check(HUB);
    }

    @Test
    void the_rooms_are_free_of_circles() {
        slices().matching("io.foyer.hub.(*)..").should().beFreeOfCycles().check(HUB);
        slices().matching("io.foyer.hub.web.(*)..").should().beFreeOfCycles().check(HUB);
    }

    @Test
    void commands_do_not_know_the_loop_and_their_handler_knows_no_single_command() {
        noClasses()
                .that()
                .resideInAPackage("io.foyer.hub.site.command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.foyer.hub.site")
                .check(HUB);
        noClasses()
                .that()
                .haveNameMatching("io[.]foyer[.]hub[.]site[.](CommandHandler|SiteWorker|Sites|PeopleImport)([$].*)?")
                .should()
                .dependOnClassesThat()
                .implement(Command.class)
                .check(HUB);
    }

    @Test
    void the_parts_of_the_domain_are_free_of_circles_and_know_nothing_of_the_whole() {
        slices().matching("io.foyer.hub.domain.(*)..").should().beFreeOfCycles().check(HUB);
        noClasses()
                .that()
                .resideInAPackage("io.foyer.hub.domain.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.foyer.hub.domain")
                .check(HUB);
    }

    @Test
    void wire_types_are_named_by_their_edge_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.foyer.hub.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.foyer.hub.web.wire..")
                .check(HUB);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.foyer.hub.mqtt..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io[.]foyer[.]hub[.]mqtt[.]Payloads([$].*)?")
                .check(HUB);
        noClasses()
                .that()
                .resideInAnyPackage("io.foyer.hub.domain..", "io.foyer.hub.site..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(HUB);
    }

    /** What the wire says must not change because the domain does. A text in two languages is a value, as an instant is. */
    @Test
    void no_record_of_the_domain_is_part_of_a_wire_record() {
        fields().that()
                .areDeclaredInClassesThat(resideInAnyPackage("io.foyer.hub.web.wire..")
                        .or(nameMatching("io[.]foyer[.]hub[.]mqtt[.]Payloads[$].*")))
                .should(notContain(resideInAPackage("io.foyer.hub.domain..")
                        .and(assignableTo(Record.class))
                        .and(not(type(BilingualText.class)))))
                .check(HUB);
    }

    @Test
    void nobody_asks_by_instanceof_which_of_a_sealed_family_something_is() {
        classes().should(notAskForKinds()).check(HUB);
    }

    private static ArchCondition<JavaClass> notAskForKinds() {
        return new ArchCondition<>("not ask for the kinds of a sealed family") {
            @Override
            public void check(JavaClass asker, ConditionEvents events) {
                asker.getInstanceofChecks().stream()
                        .filter(check -> check.getRawType().getPackageName().startsWith("io.foyer.hub"))
                        .filter(check -> isOfFamily(check.getRawType().reflect()))
                        .forEach(check -> events.add(SimpleConditionEvent.violated(
                                asker,
                                asker.getName() + " asks for "
                                        + check.getRawType().getName())));
            }
        };
    }

    private static boolean isOfFamily(Class<?> kind) {
        return kind.isSealed() || Arrays.stream(kind.getInterfaces()).anyMatch(RoomsTest::isOfFamily);
    }

    private static ArchCondition<JavaField> notContain(DescribedPredicate<JavaClass> unwanted) {
        return new ArchCondition<>("not contain " + unwanted.getDescription()) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getAllInvolvedRawTypes().stream()
                        .filter(unwanted)
                        .forEach(each -> events.add(
                                SimpleConditionEvent.violated(field, field.getFullName() + " has " + each.getName())));
            }
        };
    }
}
