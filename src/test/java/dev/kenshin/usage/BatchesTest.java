package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void files_areReadTogether_asLongAsTheyFit() {
        EventFile one = file("1.csv", 40);
        EventFile two = file("2.csv", 24);
        EventFile three = file("3.csv", 1);
        assertThat(Batches.of(List.of(one, two, three))).containsExactly(List.of(one, two), List.of(three));
    }

    @Test
    void compressedFiles_holdMoreEvents() {
        EventFile one = file("1.parquet", 4);
        EventFile two = file("2.csv.gz", 4);
        EventFile three = file("3.parquet", 1);
        assertThat(Batches.of(List.of(one, two, three))).containsExactly(List.of(one, two), List.of(three));
    }

    @Test
    void largeFile_hasABatchToItself() {
        EventFile small = file("1.csv", 1);
        EventFile large = file("2.csv", 900);
        EventFile last = file("3.csv", 1);
        assertThat(Batches.of(List.of(small, large, last)))
                .containsExactly(List.of(small), List.of(large), List.of(last));
    }

    @Test
    void noFiles_makeNoBatch() {
        assertThat(Batches.of(List.of())).isEmpty();
    }

    private static EventFile file(String name, long mebibytes) {
        return new EventFile(name, name, mebibytes * MEBIBYTE, LocalDateTime.of(2026, 10, 31, 3, 0));
    }
}
