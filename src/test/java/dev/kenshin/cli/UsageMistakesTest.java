package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageMistakesTest {
    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '"', textBlock = """
                    run --lang en => JOB is missing.
                    run --lang ja => JOB を指定してください。
                    run nightly --forze --lang en => '--forze' is not known here. Did you mean: --force
                    run nightly --forze --lang ja => 「--forze」は使えません。もしかして: --force
                    sttus => 'sttus' is not known here. Did you mean: status, restore
                    run nightly --as-of 2026-02-30 => '2026-02-30' cannot be used for --as-of. Write a date that exists, like 2026-10-31.
                    run nightly --as-of 昨日 --lang ja => --as-of に「昨日」は使えません。2026-10-31 のように実在する日付を書いてください。
                    run nightly --log-format xml => 'xml' cannot be used for --log-format. Use one of: auto|text|json
                    status --last many => 'many' cannot be used for --last. Write a number.
                    sample --accounts 5 => --out is missing.
                    status --lang fr => 'fr' cannot be used for --lang. Use one of: ja|en
                    """)
    void mistake_isNamedWithTheWayOut(String command, String words) {
        assertThat(shell.run(command.split(" "))).isEqualTo(2);
        assertThat(shell.err().lines().findFirst()).contains(words);
        assertThat(shell.err()).hasLineCount(2).contains(" --help");
        assertThat(shell.out()).isEmpty();
    }
}
