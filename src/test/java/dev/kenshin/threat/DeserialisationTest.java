package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;

/** Who may write into the job repository must not be able to run anything by it. */
@Threat(Danger.DESERIALISATION)
class DeserialisationTest {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** What must never come into being. */
    public static final class Gadget {
        public Gadget() {
            MADE.incrementAndGet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['dev.kenshin.threat.DeserialisationTest$Gadget', {}]",
                "['javax.swing.JEditorPane', {'page': 'http://127.0.0.1:1/'}]",
                "['com.zaxxer.hikari.HikariConfig', {'metricRegistry': 'ldap://127.0.0.1:1/x'}]",
                "['org.springframework.context.support.ClassPathXmlApplicationContext', 'http://127.0.0.1:1/x.xml']",
                "['java.util.ArrayList<dev.kenshin.threat.DeserialisationTest$Gadget>', [{}]]",
                "['[Ldev.kenshin.threat.DeserialisationTest$Gadget;', [{}]]"
            })
    void strangeTypes_areRefused(String value) {
        String context =
                "{'@class': 'java.util.HashMap', 'a': %s}".formatted(value).replace('\'', '"');
        assertThatThrownBy(() -> new JacksonExecutionContextStringSerializer()
                        .deserialize(new ByteArrayInputStream(context.getBytes(UTF_8))))
                .isInstanceOf(RuntimeException.class);
        assertThat(MADE).hasValue(0);
    }

    /** Java's own serialisation runs what it reads. */
    @Test
    void nobody_readsSerialisedObjects() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .noneMatch(file -> contains(file, "ObjectInputStream"))
                    .noneMatch(file -> contains(file, "DefaultExecutionContextSerializer"))
                    .anyMatch(file -> contains(file, "setSerializer(new JacksonExecutionContextStringSerializer())"));
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
