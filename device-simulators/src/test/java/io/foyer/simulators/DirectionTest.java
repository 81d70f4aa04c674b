package io.foyer.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static final JavaClasses CODE = new ClassFileImporter().importPackages("io.foyer.simulators");

    @Test
    void the_simulators_and_their_tests_share_no_code_with_the_hub() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.foyer.hub..")
                .check(CODE);
    }

    @Test
    void the_packages_have_no_circle() {
        slices().matching("io.foyer.simulators.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void settings_know_nobody() {
        classes()
                .that()
                .resideInAPackage("..setting..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..setting..", "java..", "com.fasterxml..", "org.jspecify..")
                .check(CODE);
    }
}
