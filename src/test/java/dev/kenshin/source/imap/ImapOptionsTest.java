package dev.kenshin.source.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.ConfigException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapOptionsTest {
    private final Mails mails = new Mails(993);

    @ParameterizedTest
    @ValueSource(strings = {"host", "user", "columns", "password"})
    void whatIsMissing_isNamed(String option) {
        assertThatThrownBy(() -> mails.without(option).open(Mails.inbox()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KEN-S02")
                .hasMessageContaining(option);
    }

    @Test
    void passwordAndToken_areOneTooMany() {
        assertThatThrownBy(() -> mails.with("oauth-token", "${TOKEN}").open(Mails.inbox()))
                .hasMessageContaining("KEN-S02");
    }

    @Test
    void mistakes_areReportedTogether() {
        mails.with("port", 70_000L)
                .with("security", "ssl")
                .with("body-limit", "all")
                .with("columns", List.of("betreff"));
        ConfigException mistakes = catchThrowableOfType(
                ConfigException.class, () -> mails.open(Mails.stream(Map.of("since", "last week"))));
        assertThat(mistakes.problems()).hasSize(5).allMatch(problem -> problem.code()
                .equals("KEN-S03"));
    }

    @Test
    void columnThatAMappingReads_mustBeKept() {
        assertThatThrownBy(() -> mails.open(Mails.stream(Map.of("columns", List.of("subject", "to")))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KEN-S21")
                .hasMessageContaining("'to'");
    }

    @Test
    void unprotectedConnection_isForThisMachineOnly() {
        assertThatThrownBy(() -> mails.with("host", "imap.example.co.jp").open(Mails.inbox()))
                .hasMessageContaining("security: none");
    }

    @Test
    void openingASource_connectsToNobody() {
        mails.with("host", "nowhere.invalid")
                .without("security")
                .open(Mails.inbox())
                .close();
        assertThat(mails.pauses).isEmpty();
    }
}
