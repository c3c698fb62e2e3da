package dev.kenshin.housekeeping;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.job.NightFailure;
import dev.kenshin.job.TestCompany;
import dev.kenshin.job.WarehouseContent;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");
    private static final String ASIDE = ".replaced-20261102-000000";

    @TempDir
    static Path shared;

    private static TestCompany lived;
    private static Path file;

    @TempDir
    Path directory;

    private TestCompany company;

    @BeforeAll
    static void live() throws Exception {
        lived = TestCompany.in(shared.resolve("company"));
        lived.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, mart]"));
        assertThat(lived.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        Files.createDirectories(lived.home.secrets());
        Files.writeString(lived.home.secrets().resolve("crm.json"), "refreshed");
        file = backup(lived.home, true).write(shared);
    }

    @BeforeEach
    void copy() throws Exception {
        company = lived.copyTo(directory.resolve("company"));
    }

    @Test
    void restoredHome_goesOnAsIfNothingHadHappened() throws Exception {
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        String undisturbed = Files.readString(company.exported("account_health.csv"));
        Map<String, List<String>> content = WarehouseContent.of(company.home);

        Restore.Restored restored = restore(company.home).run(file, true);
        assertThat(restored.aside()).contains(company.home.directory().resolve(ASIDE));
        assertThat(company.home.directory().resolve(ASIDE).resolve("warehouse.duckdb"))
                .exists();
        assertThat(company.exported("account_health.csv").toRealPath().toString())
                .contains(SATURDAY.toString());
        assertThat(company.home.restoring()).doesNotExist();
        assertThat(company.home.secrets().resolve("crm.json")).hasContent("refreshed");

        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(company.exported("account_health.csv"))).isEqualTo(undisturbed);
        assertThat(WarehouseContent.of(company.home)).isEqualTo(content);
    }

    @Test
    @Threat(Danger.FILE)
    void backup_isWholeAndForItsOwnerOnly() throws Exception {
        assertThat(file.getFileName()).hasToString("kenshin-20261102-000000.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Backup.verify(file).asOf()).isEqualTo(SATURDAY.toString());
        assertThat(Backup.verify(file).items().stream().map(Manifest.Item::path))
                .contains("warehouse.duckdb", "jobs.mv.db", "mart.mv.db", "exports/latest", "secrets/crm.json")
                .doesNotContain("run.lock", "tmp");
        Path without = backup(company.home, false).write(directory.resolve("without.zip"));
        assertThat(Backup.verify(without).items().stream().map(Manifest.Item::path))
                .noneMatch(path -> path.startsWith("secrets"));
        assertThatThrownBy(() -> backup(company.home, true).write(without)).hasMessageContaining("there already");
        assertThatThrownBy(() -> backup(company.home, true).write(company.home.directory()))
                .hasMessageContaining("in the home itself");
    }

    @Test
    void emptyHome_isFilled_othersAreLeftAlone() throws Exception {
        Home fresh = new Home(directory.resolve("fresh"));
        assertThat(restore(fresh).run(file, false).aside()).isEmpty();
        assertThat(WarehouseContent.of(fresh)).isEqualTo(WarehouseContent.of(lived.home));
        assertThat(fresh.exports().resolve("latest/account_health.csv")).exists();
        assertThatThrownBy(() -> restore(fresh).run(file, false)).hasMessageContaining("not empty");
        try (RunLock lock = RunLock.tryAcquire(fresh).orElseThrow()) {
            assertThatThrownBy(() -> restore(fresh).run(file, true)).hasMessageContaining("another run");
            assertThatThrownBy(() -> backup(fresh, true).write(directory)).hasMessageContaining("another run");
        }
    }

    @Test
    void damagedBackups_changeNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Path shortened = Files.write(directory.resolve("short.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 3] ^= 0x55;
        Path flipped = Files.write(directory.resolve("flipped.zip"), bytes);
        Path nothing = Files.writeString(directory.resolve("nothing.zip"), "");
        Home fresh = new Home(directory.resolve("fresh"));
        for (Path damaged : List.of(shortened, flipped, nothing)) {
            assertThatThrownBy(() -> restore(fresh).run(damaged, false))
                    .isInstanceOf(HousekeepingFailure.class)
                    .hasMessageContaining("damaged");
        }
        assertThat(fresh.directory()).doesNotExist();
    }

    @Test
    @Threat(Danger.FILE)
    void namesThatLeadOutOfTheHome_areRefused() throws Exception {
        for (Manifest.Item item : List.of(
                new Manifest.Item(Manifest.Kind.FILE, "../evil", 0, "", ""),
                new Manifest.Item(Manifest.Kind.FILE, "/evil", 0, "", ""),
                new Manifest.Item(Manifest.Kind.FILE, ".restoring/evil", 0, "", ""),
                Manifest.Item.link("exports", "../.."),
                Manifest.Item.link("exports", "runs/latest/.."),
                Manifest.Item.link("exports/latest", "/etc"))) {
            Path evil = write(new Manifest(1, "1", NOW, null, false, null, List.of(item)));
            assertThatThrownBy(() -> restore(company.home).run(evil, true)).hasMessageContaining("damaged");
        }
        Path later = write(new Manifest(2, "99", NOW, null, false, null, List.of()));
        assertThatThrownBy(() -> restore(company.home).run(later, true)).hasMessageContaining("later Kenshin (99)");
    }

    @Test
    @Threat(Danger.COMPRESSED_BOMB)
    void manifestThatUnpacksToTooMuch_isRefused() throws Exception {
        Path bomb = directory.resolve("bomb.zip");
        byte[] blanks = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            for (int megabytes = 0; megabytes <= 64; megabytes++) {
                zip.write(blanks);
            }
        }
        assertThatThrownBy(() -> restore(company.home).run(bomb, true)).hasMessageContaining("damaged");
    }

    @Test
    void restoreThatWasKilled_keepsNightsAway_andGoesOn() throws Exception {
        for (boolean oldHasMoved : new boolean[] {false, true}) {
            TestCompany killed = lived.copyTo(directory.resolve("killed" + oldHasMoved));
            Files.writeString(killed.home.directory().resolve("of-old"), "old");
            halfRestored(killed.home, oldHasMoved);
            assertThatThrownBy(() -> killed.run(SUNDAY))
                    .isInstanceOf(NightFailure.class)
                    .hasMessageContaining("killed half way");

            Path other = write(new Manifest(1, "1", Instant.EPOCH, null, false, null, List.of()));
            assertThatThrownBy(() -> restore(killed.home).run(other, true)).hasMessageContaining("another backup");
            Restore.Restored restored = restore(killed.home).run(file, false);
            assertThat(restored.aside()).isPresent();
            assertThat(restored.told().numbers()).containsExactly(3, 4);

            assertThat(killed.home.directory().resolve(ASIDE).resolve("of-old")).exists();
            assertThat(WarehouseContent.of(killed.home)).isEqualTo(WarehouseContent.of(lived.home));
            assertThat(killed.exported("account_health.csv")).exists();
        }
    }

    /** As a kill leaves it: some entries of old have moved aside, and perhaps all of them and one of the new has moved up. */
    private void halfRestored(Home home, boolean oldHasMoved) throws IOException {
        Path aside = Files.createDirectory(home.directory().resolve(ASIDE));
        List<String> all =
                List.of("exports", "jobs.mv.db", "mart.mv.db", "runs", "secrets", "warehouse.duckdb", "of-old");
        for (String name : oldHasMoved ? all : all.subList(0, 2)) {
            Files.move(home.directory().resolve(name), aside.resolve(name));
        }
        Path unpacked = Files.createDirectories(home.restoring().resolve("new"));
        Home source = new Home(directory.resolve("source" + oldHasMoved));
        restore(source).run(file, false);
        TestCompany.copy(source.directory(), unpacked.resolveSibling("copy"));
        for (String name : all.subList(0, all.size() - 1)) {
            Files.move(unpacked.resolveSibling("copy").resolve(name), unpacked.resolve(name));
        }
        if (oldHasMoved) {
            Files.move(unpacked.resolve("exports"), home.directory().resolve("exports"));
        }
        volume(home);
        Files.write(
                home.restoring().resolve(oldHasMoved ? "moving-new" : "moving-old"),
                List.of(ASIDE, NOW.toString(), "3,4"));
    }

    @Test
    void restoreThatWasKilledAtItsVeryEnd_isEnded() throws Exception {
        Files.createDirectory(company.home.restoring());
        Files.write(company.home.restoring().resolve("moving-new"), List.of(ASIDE, NOW.toString(), ""));
        assertThatThrownBy(() -> company.run(SUNDAY)).hasMessageContaining("killed half way");
        assertThat(restore(company.home).run(file, true).told().isAny()).isFalse();
        assertThat(company.home.restoring()).doesNotExist();
        assertThat(WarehouseContent.of(company.home)).isEqualTo(WarehouseContent.of(lived.home));
    }

    /** What lies at the root of a volume is nobody's business but the file system's. */
    @Test
    void homeThatIsAVolume_isBackedUpAndRestored() throws Exception {
        volume(company.home);
        Path saved = backup(company.home, true).write(directory.resolve("volume.zip"));
        assertThat(Backup.verify(saved).items().stream().map(Manifest.Item::path))
                .noneMatch(path -> path.startsWith("lost"));
        restore(company.home).run(saved, true);
        assertThat(company.home.directory().resolve("lost+found/of-the-system")).exists();

        Home fresh = new Home(Files.createDirectory(directory.resolve("fresh-volume")));
        volume(fresh);
        assertThat(restore(fresh).run(saved, false).aside()).isEmpty();
    }

    private static void volume(Home home) throws IOException {
        Path own = Files.createDirectories(home.directory().resolve("lost+found"));
        Files.writeString(own.resolve("of-the-system"), "");
    }

    private Path write(Manifest manifest) throws IOException {
        Path written = directory.resolve("written.zip");
        try (OutputStream out = Files.newOutputStream(written);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.json());
        }
        return written;
    }

    private static Backup backup(Home home, boolean secrets) {
        return new Backup(home, "1.0", NOW, secrets, Optional.empty());
    }

    private static Restore restore(Home home) {
        return new Restore(home, NOW);
    }
}
