package dev.kenshin.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.sandbox.SampleSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The test company, whose nights read the sandbox's kintone (434 contracts, 50 a page) and Zendesk (1,860 tickets, 1,000 a
 * page, and who wrote them) by the shipped manifests. Waits are taken down and move the sandbox's clock.
 */
final class SandboxCompany {
    /** A token that kintone is shown beside the one that opens the app. */
    private static final String CANARY = "canary-5d41402abc";

    final TestCompany company;
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final SampleSandbox sandbox;

    SandboxCompany(Path directory, SampleSandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        company = TestCompany.in(directory);
        sandbox.pass(3600); // so that the nights before this one count against no limit
        Files.createDirectories(company.file("config/connectors"));
        for (String manifest : List.of("kintone.yaml", "zendesk.yaml")) {
            Files.copy(Path.of("config/connectors", manifest), company.file("config/connectors/" + manifest));
        }
        Files.writeString(company.file("token"), "sandbox," + CANARY);
        write("ledger", """
                type: rest
                manifest: config/connectors/kintone.yaml
                config: { base_url: '%s/kintone', app: 2, api_token: '${file:%s}', page_size: 50 }
                allow-private-network: true
                limits: { response: 1MB, time: 3s }
                streams:
                  records: { key: [契約番号] }
                """.formatted(sandbox.url(), company.file("token")));
        write("desk", """
                type: rest
                manifest: config/connectors/zendesk.yaml
                config: { base_url: '%s/zendesk', email: a@example.jp, api_token: sandbox, start_date: 2020-01-01T00:00:00Z }
                allow-private-network: true
                limits: { time: 3s }
                streams:
                  tickets: {}
                  users: {}
                """.formatted(sandbox.url()));
        company.change("jobs/nightly.yaml", text -> text.replace("survey]", "survey, ledger, desk]"));
    }

    /** Accounts and contracts of Salesforce, which are read side by side with one token. */
    void addSalesforce() throws IOException {
        Files.copy(Path.of("config/connectors/salesforce.yaml"), company.file("config/connectors/salesforce.yaml"));
        write("sales", """
                type: rest
                manifest: config/connectors/salesforce.yaml
                config: { instance_url: '%s/salesforce', client_id: me, client_secret: sandbox }
                allow-private-network: true
                streams: { accounts: {}, contracts: {} }
                """.formatted(sandbox.url()));
        company.change("jobs/nightly.yaml", text -> text.replace("desk]", "desk, sales]"));
    }

    /** The desk is then read by a manifest that follows the links in answers. */
    void followLinks(String option) throws IOException {
        Files.writeString(company.file("config/connectors/linked.yaml"), """
                type: DeclarativeSource
                streams:
                  - type: DeclarativeStream
                    name: tickets
                    primary_key: id
                    retriever:
                      requester:
                        url_base: "{{ config['url'] }}"
                        path: api/v2/incremental/tickets/cursor.json?start_time=1
                        authenticator:
                          { type: BasicHttpAuthenticator, username: a@example.jp/token, password: "{{ config['token'] }}" }
                      record_selector: { extractor: { field_path: [tickets] } }
                      paginator:
                        type: DefaultPaginator
                        page_token_option: { type: RequestPath }
                        pagination_strategy:
                          type: CursorPagination
                          cursor_value: "{{ response.get('after_url') }}"
                          stop_condition: "{{ response.get('end_of_stream') }}"
                """);
        write("desk", """
                type: rest
                manifest: config/connectors/linked.yaml
                config: { url: '%s/zendesk', token: sandbox }
                allow-private-network: true
                streams: { tickets: {} }
                %s
                """.formatted(sandbox.url(), option));
    }

    void write(String source, String yaml) throws IOException {
        Files.writeString(company.file("config/sources/" + source + ".yaml"), yaml);
    }

    /** A night of which some calls meet faults. */
    ExitCode night(LocalDate asOf, String faults) throws Exception {
        sandbox.arm(faults);
        return company.night(new NightRequest(asOf, false), this::pass).exitCode();
    }

    private void pass(Duration wait) {
        waits.add(wait);
        sandbox.pass(wait.toSeconds() + 1);
    }

    /** Every version of every record that the services' streams have landed. */
    List<String> landed() throws SQLException {
        return company.rows("select stream || ' ' || key || ' ' || hash || ' ' || deleted from landing.record"
                + " where split_part(stream, '.', 1) in ('ledger', 'desk', 'sales') order by all");
    }

    /** Nothing that the nights wrote holds what proves who they are. */
    void assertNothingLeaked() throws IOException {
        String basic = Base64.getEncoder().encodeToString("a@example.jp/token:sandbox".getBytes(UTF_8));
        try (Stream<Path> files = Files.walk(company.home.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, ISO_8859_1);
                assertThat(content.contains(CANARY) || content.contains(basic))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }
}
