package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MartOnH2Test extends MartContract {
    @TempDir
    Path home;

    @Override
    MartDatabase database() {
        return MartDatabase.in(home);
    }

    @Test
    void mart_isOneFileInTheHome() throws Exception {
        try (Night night = new Night()) {
            new Mart(database())
                    .publish(night.connection, Night.SNAPSHOT, night.tables().all());
        }
        assertThat(home.resolve("mart.mv.db")).isNotEmptyFile();
    }
}
