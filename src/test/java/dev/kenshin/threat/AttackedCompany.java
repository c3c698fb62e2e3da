package dev.kenshin.threat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A company whose files hold what attackers write, and one source of every type that takes a secret and fails. */
final class AttackedCompany {
    /** Every encoding leaves the first part as it is, but for Base64. */
    static final String CANARY = "C4n4ry8x7/+&=%\"z";

    /** What a spreadsheet may take for a formula, and an escape sequence. */
    static final List<String> FORMULAS = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x\",\"y\")",
            "  =1+1",
            "\t=1+1",
            "\u3000=1+1",
            "\u200B=1+1",
            "\uFF1D1+1",
            "\uFF0B1+1",
            "\uFF0D1+1",
            "\uFF20SUM(1)",
            "ok\n=1+1",
            "ok\r\n  @SUM(1)",
            "株式会社=1+1",
            "\u001b]0;owned\u0007=1+1");

    private AttackedCompany() {}

    static TestCompany in(Path directory, EchoServer web, EchoServer mail) throws Exception {
        TestCompany company = TestCompany.in(directory);
        company.append("files/accounts.csv", rows("%1$s,%1$s,%1$s,x%2$d.example,%1$s,2025-01-10,2026-10-31"));
        company.append("files/contracts.csv", rows("%1$s,%1$s,2025-01-10,%1$s,%1$s"));
        company.change("jobs/nightly.yaml", text -> text.replace("50%", "100%")
                .replace("[tables]", """

                  - tables
                  - workbook
                  - mart: { url: 'jdbc:h2:file:%s;DATABASE_TO_LOWER=TRUE', user: sa, password: '${CANARY}' }
                """.formatted(company.home.mart())));
        leak(company, web, mail);
        return company;
    }

    private static String rows(String pattern) {
        return IntStream.range(0, FORMULAS.size())
                .mapToObj(i -> pattern.formatted('"' + FORMULAS.get(i).replace("\"", "\"\"") + '"', i) + "\n")
                .collect(Collectors.joining());
    }

    private static void leak(TestCompany company, EchoServer web, EchoServer mail) throws Exception {
        leakToDatabases(company);
        leakToServers(company, web, mail);
        leakToPrograms(company);
        job(company, "leaky", """
                sources: [crm, support, survey, database, driverless, web, sheet, mail, book, tap]
                usage: [product, events]
                """);
    }

    private static void leakToDatabases(TestCompany company) throws IOException {
        source(company, "database", """
                type: jdbc
                url: 'jdbc:postgresql://me:${CANARY}@127.0.0.1:1/x?password=${CANARY}'
                password: '${CANARY}'
                streams: { a: { table: t } }
                """);
        source(company, "driverless", """
                type: jdbc
                url: 'jdbc:nosuch://me:${CANARY}@127.0.0.1:1/x?password=${CANARY}'
                streams: { a: { table: t } }
                """);
        Files.writeString(company.file("config/usage/events.yaml"), """
                type: jdbc
                url: 'jdbc:nosuch://me:${CANARY}@127.0.0.1:1/x?password=${CANARY}'
                login: me
                password: '${CANARY}'
                table: t
                account: { by: account.tenant_id, from: tenant }
                user: user
                time: at
                event: event
                """);
    }

    private static void leakToServers(TestCompany company, EchoServer web, EchoServer mail) throws IOException {
        source(company, "web", """
                type: rest
                manifest: config/connectors/web.yaml
                config: { url: 'http://127.0.0.1:%d', token: '${CANARY}' }
                allow-private-network: true
                streams: { visits: {} }
                """.formatted(web.port()));
        source(company, "sheet", """
                type: sheets
                spreadsheet: answers
                token: '${CANARY}'
                root-url: http://127.0.0.1:%d
                streams: { a: { sheet: a } }
                """.formatted(web.port()));
        source(company, "mail", """
                type: imap
                host: localhost
                port: %d
                security: none
                user: me
                password: '${CANARY}'
                columns: [date]
                streams: { inbox: { folder: INBOX } }
                """.formatted(mail.port()));
        Files.createDirectories(company.file("config/connectors"));
        Files.writeString(company.file("config/connectors/web.yaml"), """
                type: DeclarativeSource
                streams:
                  - type: DeclarativeStream
                    name: visits
                    primary_key: id
                    retriever:
                      requester:
                        url_base: "{{ config['url'] }}"
                        path: "visits/{{ config['token'] | urlencode }}"
                        request_parameters: { key: "{{ config['token'] }}" }
                        authenticator: { type: BasicHttpAuthenticator, username: me, password: "{{ config['token'] }}" }
                      record_selector: { extractor: { field_path: [visits] } }
                """);
    }

    private static void leakToPrograms(TestCompany company) throws Exception {
        source(company, "book", """
                type: excel
                streams: { a: { path: files/protected.xlsx, sheet: 1, password: '${CANARY}' } }
                """);
        source(company, "tap", """
                type: singer
                command: [sh, files/tap.sh]
                catalog: none
                config: { api_token: '${CANARY}' }
                streams: { a: {} }
                """);
        Files.writeString(company.file("files/tap.sh"), """
                cat "$2" >&2
                cat "$2" | base64 >&2
                echo 'https://x/?t=%s&u=%s' >&2
                exit 1
                """.formatted(
                        URLEncoder.encode(CANARY, UTF_8),
                        Base64.getEncoder().encodeToString(("me:" + CANARY).getBytes(UTF_8))));
        protect(company.file("files/answers.xlsx"), company.file("files/protected.xlsx"));
    }

    private static void source(TestCompany company, String name, String yaml) throws IOException {
        Files.writeString(company.file("config/sources/" + name + ".yaml"), yaml);
    }

    private static void job(TestCompany company, String name, String yaml) throws IOException {
        Files.writeString(
                company.file("jobs/" + name + ".yaml"),
                yaml + "scorecards: [newcomers, standard]\npublish: [tables]\ntime-zone: Asia/Tokyo\n");
    }

    private static void protect(Path plain, Path encrypted) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("another");
            try (OutputStream data = encryptor.getDataStream(container)) {
                Files.copy(plain, data);
            }
            try (OutputStream out = Files.newOutputStream(encrypted)) {
                container.writeFilesystem(out);
            }
        }
    }
}
