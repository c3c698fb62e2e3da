package dev.kenshin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of those who are forgotten, and its key. */
@Threat(Danger.PERSONAL_DATA)
class SuppressionListTest {
    private static final Identifier TARO = new Identifier(Kind.EMAIL, "taro@aoba.example");
    private static final Identifier HANAKO = new Identifier(Kind.EMAIL, "hanako@aoba.example");
    private static final Identifier JIRO = new Identifier(Kind.EMAIL, "jiro@aoba.example");

    @TempDir
    Path home;

    @Test
    void listIsKept_saysNoNames_andOnlyItsOwnerReadsIt() throws IOException {
        PersonalFiles files = PersonalFiles.in(home);
        PersonalKey key = PersonalKey.findOrCreate(files.key());
        SuppressionList.empty(key).with(Instant.EPOCH, "person", Set.of(TARO)).write(files.list());
        SuppressionList read = SuppressionList.read(files.list(), PersonalKey.find(files.key()));
        assertThat(read.holds(Kind.EMAIL, "Taro <TARO@aoba.example>")).isTrue();
        assertThat(read.holds(Kind.EMAIL, "jiro@aoba.example")).isFalse();
        assertThat(read.holds(Kind.USER, "taro@aoba.example")).isFalse();
        assertThat(Files.readString(files.list())).doesNotContain("taro").doesNotContain("aoba");
        for (Path file : new Path[] {files.key(), files.list()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void withoutItsKey_theListStopsEveryRun() throws IOException {
        PersonalFiles files = PersonalFiles.in(home);
        SuppressionList.empty(PersonalKey.passing())
                .with(Instant.EPOCH, "person", Set.of(TARO))
                .write(files.list());
        for (Optional<PersonalKey> key : Set.of(Optional.<PersonalKey>empty(), Optional.of(PersonalKey.passing()))) {
            assertThatThrownBy(() -> SuppressionList.read(files.list(), key))
                    .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                            .extracting(problem -> problem.code())
                            .containsExactly("KEN-F10"));
        }
        Files.writeString(files.key(), "no key");
        assertThatThrownBy(() -> PersonalKey.find(files.key())).isInstanceOf(ConfigException.class);
    }

    @Test
    void olderStateOfAHome_keepsOutWhomTheNewerOneForgot() throws IOException {
        PersonalFiles newer = PersonalFiles.in(Files.createDirectory(home.resolve("newer")));
        PersonalFiles older = PersonalFiles.in(Files.createDirectory(home.resolve("older")));
        PersonalKey key = PersonalKey.findOrCreate(newer.key());
        SuppressionList one = SuppressionList.empty(key).with(Instant.EPOCH, "person", Set.of(TARO));
        SuppressionList both = one.with(Instant.EPOCH, "person", Set.of(HANAKO));
        both.write(newer.list());
        Files.writeString(newer.task(), "what is left to do");

        assertThat(Succession.tell(newer, older).numbers())
                .as("a state without list and key")
                .containsExactly(1, 2);
        assertThat(read(older).holds(Kind.EMAIL, "hanako@aoba.example")).isTrue();
        assertThat(older.task()).hasContent("what is left to do");

        one.without(1).orElseThrow().with(Instant.EPOCH, "person", Set.of(JIRO)).write(older.list());
        assertThat(Succession.tell(newer, older).numbers())
                .as("a list of its own")
                .containsExactly(1, 2);
        assertThat(read(older).entries())
                .extracting(SuppressionList.Entry::number)
                .containsExactly(1, 2, 3);
        assertThat(read(older).holds(Kind.EMAIL, "jiro@aoba.example")).isTrue();
        assertThat(Succession.tell(newer, older).isAny()).as("told before").isFalse();
    }

    @Test
    void listOfAnotherKey_isLeftWhereItIs() throws IOException {
        PersonalFiles newer = PersonalFiles.in(Files.createDirectory(home.resolve("newer")));
        PersonalFiles older = PersonalFiles.in(Files.createDirectory(home.resolve("older")));
        SuppressionList.empty(PersonalKey.findOrCreate(newer.key()))
                .with(Instant.EPOCH, "person", Set.of(TARO))
                .write(newer.list());
        PersonalKey.findOrCreate(older.key());
        assertThat(Succession.tell(newer, older)).isEqualTo(new Succession.Told(List.of(), true));
        assertThat(older.list()).doesNotExist();
    }

    private static SuppressionList read(PersonalFiles files) throws IOException {
        return SuppressionList.read(files.list(), PersonalKey.find(files.key()));
    }

    @Test
    void whoIsListedTwice_standsThereOnce_andLiftsByNumber() {
        SuppressionList list = SuppressionList.empty(PersonalKey.passing()).with(Instant.EPOCH, "person", Set.of(TARO));
        assertThat(list.with(Instant.EPOCH, "person", Set.of(TARO))).isSameAs(list);
        assertThat(list.without(2)).isEmpty();
        assertThat(list.without(1))
                .hasValueSatisfying(rest -> assertThat(rest.isEmpty()).isTrue());
    }
}
