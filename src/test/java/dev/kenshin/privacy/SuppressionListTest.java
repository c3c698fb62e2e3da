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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of those who are forgotten, and its key. */
@Threat(Danger.PERSONAL_DATA)
class SuppressionListTest {
    private static final Identifier TARO = new Identifier(Kind.EMAIL, "taro@aoba.example");

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
    void whoIsListedTwice_standsThereOnce_andLiftsByNumber() {
        SuppressionList list = SuppressionList.empty(PersonalKey.passing()).with(Instant.EPOCH, "person", Set.of(TARO));
        assertThat(list.with(Instant.EPOCH, "person", Set.of(TARO))).isSameAs(list);
        assertThat(list.without(2)).isEmpty();
        assertThat(list.without(1))
                .hasValueSatisfying(rest -> assertThat(rest.isEmpty()).isTrue());
    }
}
