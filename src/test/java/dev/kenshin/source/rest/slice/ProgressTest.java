package dev.kenshin.source.rest.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Window LAST = new Window(Map.of(), Optional.empty());

    private Increment byNumber;

    @BeforeEach
    void make() throws Unsupported {
        byNumber = Increment.of(new Component(
                "items.incremental_sync", Map.of("type", "IncrementingCountCursor", "cursor_field", "id")));
    }

    @Test
    void text_isReadAsItWasWritten() {
        Progress progress = Progress.none();
        progress.begin("a");
        progress.closed("a", Optional.of("7"), new Window(Map.of(), Optional.of("9")), byNumber);
        progress.parent("projects").begin("");
        progress.parent("projects").closed("", Optional.of("3"), LAST, byNumber);

        Progress read = Progress.of(Optional.of(progress.text()));
        assertThat(read.position("a")).contains("7");
        assertThat(read.through("a")).contains("9");
        assertThat(read.parent("projects").position("")).contains("3");
        assertThat(read.text()).isEqualTo(progress.text());
    }

    @Test
    void textThatIsNotUnderstood_readsEverythingAgain() {
        assertThat(Progress.of(Optional.of("2026-10-01 00:00:00")).position("")).isEmpty();
        assertThat(Progress.of(Optional.empty()).position("")).isEmpty();
    }

    @Test
    void position_neverGoesBack() {
        Progress progress = Progress.of(Optional.of("{\"positions\":{\"\":\"40\"}}"));
        progress.closed("", Optional.of("7"), LAST, byNumber);
        assertThat(progress.position("")).contains("40");
    }

    @Test
    void partitionThatIsGone_isForgotten() {
        Progress progress = Progress.of(Optional.of("{\"positions\":{\"a\":\"1\",\"b\":\"2\"}}"));
        progress.begin("a");
        progress.complete(byNumber);
        assertThat(progress.text()).isEqualTo("{\"positions\":{\"a\":\"1\"}}");
    }

    @Test
    void thousandsOfPartitions_shareOnePosition_onceAllWereRead() {
        Progress progress = Progress.none();
        for (int i = 1; i <= 6_000; i++) {
            progress.begin("p" + i);
            progress.closed("p" + i, Optional.of(Integer.toString(i)), LAST, byNumber);
        }
        assertThat(progress.size()).isEqualTo(5_000);
        progress.complete(byNumber);
        assertThat(progress.text()).isEqualTo("{\"all\":\"6000\"}");
        assertThat(Progress.of(Optional.of(progress.text())).position("p1")).contains("6000");
    }
}
