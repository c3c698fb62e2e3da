package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDirectoryTest {
    @TempDir
    Path home;

    private Path exports;
    private ExportDirectory directory;

    @BeforeEach
    void open() {
        exports = home.resolve("exports");
        directory = new ExportDirectory(exports);
    }

    @Test
    void snapshot_isSeenUnderItsDateAndAsLatest() throws Exception {
        publish(1, "first");

        assertThat(exports.resolve("2026-10-31/a.csv")).hasContent("first");
        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
        assertThat(Files.readSymbolicLink(exports.resolve("latest"))).hasToString("2026-10-31");
        assertThat(Files.readSymbolicLink(exports.resolve("2026-10-31"))).hasToString(".snapshots/2026-10-31-r1");
    }

    @Test
    void nothingIsSeen_beforeTheSwitch() throws Exception {
        publish(1, "first");
        write(2, "second");

        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
        assertThat(Directories.names(exports)).containsExactlyInAnyOrder(".snapshots", "2026-10-31", "latest");
    }

    @Test
    void nextRevision_takesThePlace_andOneEarlierStays() throws Exception {
        publish(1, "first");
        publish(2, "second");
        publish(3, "third");

        assertThat(exports.resolve("2026-10-31/a.csv")).hasContent("third");
        assertThat(snapshots()).containsExactlyInAnyOrder("2026-10-31-r2", "2026-10-31-r3");
    }

    @Test
    void otherDates_stay() throws Exception {
        Snapshot before = new Snapshot(Night.AS_OF.minusDays(1), 7);
        publish(before, "before");
        publish(1, "first");

        assertThat(exports.resolve("2026-10-30/a.csv")).hasContent("before");
        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
    }

    @Test
    void olderDate_doesNotBecomeLatest() throws Exception {
        publish(1, "first");
        publish(new Snapshot(Night.AS_OF.minusDays(30), 1), "old");

        assertThat(exports.resolve("2026-10-01/a.csv")).hasContent("old");
        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
    }

    @Test
    void runThatStartsAgain_findsWhatItHadWritten() throws Exception {
        write(1, "first");

        assertThat(directory.begin(new Snapshot(Night.AS_OF, 1)).resolve("a.csv"))
                .hasContent("first");
    }

    @Test
    void leftoversOfOtherRuns_areRemoved() throws Exception {
        publish(1, "first");
        write(2, "died while writing");
        Files.createDirectories(exports.resolve(".snapshots/.replaced-2026-10-31-r1/x"));
        Files.createDirectories(exports.resolve(".snapshots/.replaced-2026-10-31-r2/half"));
        Files.createSymbolicLink(exports.resolve(".link-latest"), Path.of("nowhere"));

        directory.begin(new Snapshot(Night.AS_OF, 3));

        assertThat(snapshots()).containsExactlyInAnyOrder("2026-10-31-r1", ".staging-2026-10-31-r3");
        assertThat(Directories.names(exports)).containsExactlyInAnyOrder(".snapshots", "2026-10-31", "latest");
        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
    }

    @Test
    void snapshotIsHeld_untilAnotherOneBegins_orForGoodOnceItIsShown() throws Exception {
        Snapshot first = new Snapshot(Night.AS_OF, 1);
        assertThat(directory.holds(first)).isFalse();
        write(1, "first");
        assertThat(directory.holds(first)).isTrue();

        publish(2, "second");

        assertThat(directory.holds(first)).isFalse();
        assertThat(directory.holds(new Snapshot(Night.AS_OF, 2))).isTrue();
    }

    @Test
    void crashAfterTheRename_isMendedBySwitchingAgain() throws Exception {
        publish(1, "first");
        Path staging = write(2, "second");
        Files.move(staging, exports.resolve(".snapshots/2026-10-31-r2"));
        assertThat(exports.resolve("latest/a.csv")).hasContent("first");

        directory.switchTo(new Snapshot(Night.AS_OF, 2));

        assertThat(exports.resolve("latest/a.csv")).hasContent("second");
    }

    @Test
    void crashBetweenTheLinks_isMendedBySwitchingAgain() throws Exception {
        publish(new Snapshot(Night.AS_OF.minusDays(1), 1), "before");
        publish(1, "first");
        Files.delete(exports.resolve("latest"));
        Files.createSymbolicLink(exports.resolve("latest"), Path.of("2026-10-30"));
        Files.createSymbolicLink(exports.resolve(".link-latest"), Path.of("2026-10-31"));

        directory.switchTo(new Snapshot(Night.AS_OF, 1));

        assertThat(exports.resolve("latest/a.csv")).hasContent("first");
        assertThat(Directories.names(exports)).doesNotContain(".link-latest");
    }

    @Test
    void sameSnapshotOnceMore_takesThePlace() throws Exception {
        publish(1, "first");
        publish(1, "again");

        assertThat(exports.resolve("latest/a.csv")).hasContent("again");
        assertThat(snapshots()).containsExactly("2026-10-31-r1");
    }

    @Test
    void halfWrittenFile_isNotPublished() throws Exception {
        Files.writeString(write(1, "first").resolve(".b.csv.tmp"), "half");

        directory.switchTo(new Snapshot(Night.AS_OF, 1));

        assertThat(Directories.names(exports.resolve("latest"))).containsExactly("a.csv");
    }

    @Test
    void switchWithoutFiles_isABug() {
        assertThatThrownBy(() -> directory.switchTo(new Snapshot(Night.AS_OF, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Threat(Danger.FILE)
    void directories_areForTheirOwnerOnly() throws Exception {
        publish(1, "first");

        for (Path path : List.of(exports, exports.resolve(".snapshots"), exports.resolve(".snapshots/2026-10-31-r1"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    private void publish(int revision, String content) throws IOException {
        publish(new Snapshot(Night.AS_OF, revision), content);
    }

    private void publish(Snapshot snapshot, String content) throws IOException {
        Files.writeString(directory.begin(snapshot).resolve("a.csv"), content);
        directory.switchTo(snapshot);
    }

    private Path write(int revision, String content) throws IOException {
        Path staging = directory.begin(new Snapshot(Night.AS_OF, revision));
        Files.writeString(staging.resolve("a.csv"), content);
        return staging;
    }

    private List<String> snapshots() throws IOException {
        return Directories.names(exports.resolve(".snapshots"));
    }
}
