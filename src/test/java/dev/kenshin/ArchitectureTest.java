package dev.kenshin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kenshin.problem.Problem;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the code to the architecture page: which package may use which, and what nobody may do. */
class ArchitectureTest {
    private static final String ROOT = "dev.kenshin.";

    private static final JavaClasses KENSHIN = new ClassFileImporter()
            .importUrl(Problem.class.getProtectionDomain().getCodeSource().getLocation());

    /** What each package may use besides itself, {@code problem}, {@code config} and {@code file}; in the order in which data flows. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("landing", Set.of("source", "gate", "warehouse")),
            Map.entry("mapping", Set.of("source", "model")),
            Map.entry("privacy", Set.of("source", "landing", "mapping", "model", "warehouse")),
            Map.entry("usage", Set.of("warehouse", "model")),
            Map.entry("model", Set.of()),
            Map.entry("metric", Set.of("model", "warehouse")),
            Map.entry("score", Set.of()),
            Map.entry("rollup", Set.of("warehouse")),
            Map.entry("quarantine", Set.of("warehouse")),
            Map.entry("publish", Set.of("model", "warehouse", "score")),
            Map.entry("warehouse", Set.of("model")),
            Map.entry(
                    "job",
                    Set.of(
                            "source",
                            "landing",
                            "gate",
                            "mapping",
                            "privacy",
                            "usage",
                            "model",
                            "metric",
                            "score",
                            "rollup",
                            "quarantine",
                            "publish",
                            "warehouse",
                            "ops")),
            Map.entry("gate", Set.of("warehouse")),
            Map.entry("ops", Set.of("gate", "warehouse")),
            Map.entry("housekeeping", Set.of("job", "ops", "privacy", "publish", "model", "warehouse")),
            Map.entry("sample", Set.of("warehouse")),
            Map.entry("guess", Set.of("source", "mapping", "model", "warehouse")),
            Map.entry("sandbox", Set.of("source")),
            Map.entry("example", Set.of("job", "source", "mapping", "usage", "model", "metric", "score", "warehouse")),
            Map.entry("watch", Set.of("ops", "source")),
            Map.entry(
                    "cli",
                    Set.of(
                            "job",
                            "gate",
                            "ops",
                            "housekeeping",
                            "watch",
                            "privacy",
                            "model",
                            "sample",
                            "sandbox",
                            "guess",
                            "source",
                            "example",
                            "quarantine",
                            "publish")));

    @Test
    void everyPackage_usesOnlyThePackagesItMayUse() {
        Map<String, Set<String>> surplus = new TreeMap<>();
        usedPackages().forEach((user, used) -> {
            Set<String> wrong = new TreeSet<>(used);
            wrong.removeAll(allowed(user));
            if (!wrong.isEmpty()) {
                surplus.put(user, wrong);
            }
        });
        assertThat(surplus).isEmpty();
    }

    @Test
    void everyPackage_standsInTheTable() {
        Set<String> known = new TreeSet<>(MAY_USE.keySet());
        known.addAll(Set.of("problem", "config", "file"));
        assertThat(usedPackages().keySet()).isSubsetOf(known);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("dev.kenshin.(**)").should().beFreeOfCycles().check(KENSHIN);
    }

    @Test
    void everyPackage_isNullMarked() {
        Stream<JavaPackage> packages = KENSHIN.getPackage("dev.kenshin").getSubpackagesInTree().stream();
        assertThat(packages.filter(it -> !it.getClasses().isEmpty()))
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void onlyTheJob_usesSpringBatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.kenshin.job..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(KENSHIN);
    }

    @Test
    void onlyTheJobAndTheWarehouse_useSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.kenshin.job..", "dev.kenshin.warehouse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(KENSHIN);
    }

    /** The warehouse opens its own; sources read other people's, the mart is another database, and so is the job's. */
    @Test
    void connections_areOpenedInFewPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.kenshin.warehouse..",
                        "dev.kenshin.source.jdbc..",
                        "dev.kenshin.publish..",
                        "dev.kenshin.job..")
                .should()
                .callMethodWhere(opensAConnection())
                .check(KENSHIN);
    }

    @Test
    void score_isPure() {
        noClasses()
                .that()
                .resideInAPackage("dev.kenshin.score..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "java.nio.file..", "org.jooq..", "org.springframework..")
                .check(KENSHIN);
    }

    @Test
    void names_sayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Service|Impl)")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..", "..manager..", "..service..")
                .check(KENSHIN);
    }

    @Test
    void classes_areFinal() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and(are(describe("written out", ArchitectureTest::isWrittenOut)))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(KENSHIN);
    }

    @Test
    void nobody_writesPastTheTerminalOrTheLog() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(KENSHIN);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(KENSHIN);
    }

    @Test
    void nobody_readsTheWallClockOrSleeps() {
        noClasses()
                .should()
                .callMethodWhere(call("asks for the time", ArchitectureTest::asksForTheTime))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Date.class)
                .check(KENSHIN);
    }

    @Test
    void onlyTheCommandLine_choosesTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.kenshin.cli..")
                .should()
                .callMethodWhere(call(
                        "chooses a clock",
                        target -> target.getOwner().isEquivalentTo(Clock.class)
                                && target.getName().startsWith("system")))
                .check(KENSHIN);
    }

    private static Set<String> allowed(String user) {
        if (user.equals("file")) {
            return Set.of(user);
        }
        Set<String> allowed = new TreeSet<>(MAY_USE.getOrDefault(user, Set.of()));
        allowed.add("problem");
        if (!user.equals("problem")) {
            allowed.addAll(Set.of("config", "file"));
        }
        allowed.add(user);
        return allowed;
    }

    /** For each package directly below the root, the packages there that it uses; sub-packages count as their parents. */
    private static Map<String, Set<String>> usedPackages() {
        return KENSHIN.stream()
                .collect(Collectors.groupingBy(
                        ArchitectureTest::room,
                        TreeMap::new,
                        Collectors.flatMapping(ArchitectureTest::usedBy, Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<String> usedBy(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(used -> used.getPackageName().startsWith(ROOT))
                .map(ArchitectureTest::room);
    }

    private static String room(JavaClass inhabitant) {
        return inhabitant.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
    }

    private static DescribedPredicate<JavaCall<?>> opensAConnection() {
        List<Class<?>> openers = List.of(DriverManager.class, Driver.class, DataSource.class);
        return call(
                "opens a connection",
                target -> Set.of("getConnection", "connect").contains(target.getName())
                        && openers.stream().anyMatch(target.getOwner()::isAssignableTo));
    }

    private static boolean asksForTheTime(CodeUnitCallTarget target) {
        return target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaCall<?>> call(String description, Predicate<CodeUnitCallTarget> test) {
        return JavaCall.Predicates.target(describe(description, test))
                .forSubtype()
                .as(description);
    }

    /** Not what the compiler makes of an anonymous class, a lambda, a switch, or a constant with a body. */
    private static boolean isWrittenOut(JavaClass candidate) {
        return !candidate.isAnonymousClass() && !candidate.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
