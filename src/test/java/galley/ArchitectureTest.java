package galley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The map of the packages, each rule with its reason. Whoever breaks one has either found a new noun or a better map.
class ArchitectureTest {

    private static final JavaClasses GALLEY = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("galley");

    /// What jte makes of the templates; it knows `publish.page` and nobody names it.
    private static final String TEMPLATES = "galley.publish.templates";

    /// A package of the map.
    ///
    /// @param knows those it may name besides itself
    private record Noun(String name, Set<String> knows, String because) {}

    private static final List<Noun> MAP = List.of(
            new Noun("work", Set.of(), "jobs, progress and cancelling are the same whatever the job is"),
            new Noun("notice", Set.of(), "what a person is told must be tellable from everywhere"),
            new Noun("desk", Set.of(), "people and their roles are there before any story"),
            new Noun("story", Set.of("desk", "notice"), "a story is the same whoever signs, pulls or prints it"),
            new Noun("signoff", Set.of("story", "desk", "work", "notice"), "the rules must not depend on how a page looks or a feed is read"),
            new Noun("ingest", Set.of("signoff", "story", "desk", "work", "notice"), "what comes in knows nothing of what goes out"),
            new Noun("publish", Set.of("signoff", "story", "desk", "work", "notice"), "what goes out knows nothing of how it came in"),
            new Noun("store", Set.of("ingest", "publish", "signoff", "story", "desk", "notice"),
                    "it fulfils promises that stand beside their nouns; a second database must be able to take its place"),
            new Noun("screen", Set.of("ingest", "publish", "signoff", "story", "desk", "work", "notice"),
                    "a screen shows what the nouns promise, whatever database keeps them and whoever started the program"),
            new Noun("app", Set.of("screen", "store", "ingest", "publish", "signoff", "story", "desk", "work", "notice"),
                    "wiring is done in one place"));

    @Test
    void everyPackageIsOnTheMap() {
        var known = MAP.stream().map(Noun::name).toList();
        classes().should().resideInAnyPackage(known.stream().map(name -> "galley." + name + "..").toArray(String[]::new))
                .because("an editor could guess what is inside each").check(GALLEY);
    }

    @Test
    void importsRunDownhill() {
        assertAll(MAP.stream().map(noun -> () -> {
            var others = MAP.stream().map(Noun::name).filter(name -> !name.equals(noun.name()) && !noun.knows().contains(name));
            var strangers = others.map(name -> "galley." + name + "..").toArray(String[]::new);
            if (strangers.length > 0) {
                noClasses().that().resideInAPackage("galley." + noun.name() + "..").should().dependOnClassesThat().resideInAnyPackage(strangers)
                        .because(noun.because()).check(GALLEY);
            }
        }));
    }

    @Test
    void noPackagesWantEachOther() {
        slices().matching("galley.(**)").should().beFreeOfCycles()
                .because("when two packages want each other, a third noun is usually waiting for its name").check(GALLEY);
    }

    @Test
    void onlyTheWiringNamesTheDatabase() {
        noClasses().that().resideOutsideOfPackages("galley.store..", "galley.app..").should().dependOnClassesThat().resideInAPackage("galley.store..")
                .because("several workstations will share one newsroom through another database").check(GALLEY);
    }

    @Test
    void aLibraryIsNamedWhereItBelongs() {
        assertAll(
                only(List.of("galley.screen..", "galley.app.."), "everything else must run without a window, on the command line and in a test",
                        "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."),
                only(List.of("galley.store.."), "SQL stands beside the promise it fulfils",
                        "java.sql..", "javax.sql..", "org.sqlite..", "org.jdbi.."),
                only(List.of("galley.ingest.."), "a feed's model ends where a wire item begins", "com.rometools..", "org.jdom2.."),
                only(List.of("galley.ingest..", "galley.story..", "galley.publish.."),
                        "markup is cleaned on its way in, read for its canonical text, and checked on its way out", "org.jsoup.."),
                only(List.of("galley.publish.page..", TEMPLATES), "pages are made in one place", "gg.jte.."),
                only(List.of("galley.app.command.."), "the command line's shape is a promise kept in one place", "picocli.."));
    }

    private static org.junit.jupiter.api.function.Executable only(List<String> here, String because, String... library) {
        return () -> noClasses().that().resideOutsideOfPackages(here.toArray(String[]::new)).should().dependOnClassesThat().resideInAnyPackage(library)
                .because(because).check(GALLEY);
    }

    @Test
    void aViewModelNeedsNoWindow() {
        var window = new ArchCondition<JavaClass>("use of JavaFX only its beans and collections, and name no view") {
            @Override
            public void check(JavaClass model, ConditionEvents events) {
                for (var named : model.getDirectDependenciesFromSelf()) {
                    var target = named.getTargetClass().getBaseComponentType();
                    boolean fx = target.getPackageName().startsWith("javafx.")
                            && !target.getPackageName().startsWith("javafx.beans") && !target.getPackageName().startsWith("javafx.collections");
                    boolean view = target.getPackageName().startsWith("galley.screen") && target.getSimpleName().endsWith("View");
                    if (fx || view) {
                        events.add(SimpleConditionEvent.violated(model, named.getDescription()));
                    }
                }
            }
        };
        classes().that().haveNameMatching(".*ViewModel(\\$.*)?").should(window)
                .because("what a screen does is tested without one, and a view binds to its model, not the other way round").check(GALLEY);
    }

    @Test
    void theWindowsThreadIsReachedThroughWork() {
        check(noClasses().that().doNotHaveFullyQualifiedName("galley.app.Desktop")
                .should(call("javafx.application.Platform", "runLater")),
                "Work brings every answer home; one place hands it the way, and no feature goes round it");
    }

    @Test
    void onlyTheProgramEndsItselfOrSpeaksToTheTerminal() {
        check(noClasses().that().resideOutsideOfPackage("galley.app..").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").orShould().accessField(System.class, "in"),
                "the same code runs in a window, where nobody reads a terminal; commands are handed theirs");
        check(noClasses().that().doNotHaveFullyQualifiedName("galley.app.command.Main").should(call("java.lang.System", "exit"))
                .orShould(call("java.lang.Runtime", "exit")).orShould(call("java.lang.Runtime", "halt")),
                "words may still be on their way to the store");
        check(noClasses().should(call("java.lang.Throwable", "printStackTrace")),
                "a failure is logged with its cause under a code, and told in words");
    }

    @Test
    void nullIsAWordThatIsSaid() {
        var unmarked = new ArrayList<String>();
        packages(GALLEY.getPackage("galley"))
                .filter(p -> !p.getClasses().isEmpty() && !p.getName().equals(TEMPLATES) && !p.isAnnotatedWith(NullMarked.class))
                .forEach(p -> unmarked.add(p.getName()));
        assertThat(unmarked).as("packages whose package-info.java is not @NullMarked; because @Nullable is then a remark worth reading").isEmpty();
    }

    private static Stream<JavaPackage> packages(JavaPackage root) {
        return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream());
    }

    /// With Xerces on the class path the platform's XML factories would answer with it, and an entity bomb would run past a minute.
    @Test
    void xmlIsReadByTheJdksOwnParsers() {
        assertThat(DocumentBuilderFactory.newInstance().getClass().getName()).startsWith("com.sun.org.apache.xerces.internal.");
        assertThat(SAXParserFactory.newInstance().getClass().getName()).startsWith("com.sun.org.apache.xerces.internal.");
        assertThat(ArchitectureTest.class.getClassLoader().getResource("org/apache/xerces/jaxp/DocumentBuilderFactoryImpl.class")).isNull();
    }

    private static void check(ArchRule rule, String because) {
        rule.because(because).check(GALLEY);
    }

    /// Calls a method or hands it on.
    private static ArchCondition<JavaClass> call(String owner, String method) {
        return new ArchCondition<>("call " + owner + "." + method) {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                for (var access : caller.getCodeUnitAccessesFromSelf()) {
                    if (access.getName().equals(method) && access.getTargetOwner().isAssignableTo(owner)) {
                        events.add(SimpleConditionEvent.satisfied(caller, access.getDescription()));
                    }
                }
            }
        };
    }
}
