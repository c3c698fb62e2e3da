package dev.kenshin.reliability;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Nights that need a server, each run undisturbed when it is first asked for. */
final class FurtherScenes {
    private static final String FORMS = "[tables, workbook, mart]";

    private final Stage stage;
    private final Map<String, Scene> made = new HashMap<>();

    FurtherScenes(Stage stage) {
        this.stage = stage;
    }

    private interface Making {
        Scene make() throws Exception;
    }

    /** The second night; PostgreSQL holds the mart, and what the first night published there. */
    Scene martOnPostgres() throws Exception {
        return once("second night, mart in PostgreSQL", () -> {
            World.Maker servers = PostgresServer.from(template(), true);
            Scene first = stage.firstNight();
            Scene second = stage.secondNight();
            Scene before = stage.observe(first.in("first night, mart in PostgreSQL", withMart(first), servers));
            Path home = stage.place(before.name()).resolve("home");
            return observe("second night, mart in PostgreSQL", withMart(second), home, servers);
        });
    }

    /** The second night; PostgreSQL holds the job repository. */
    Scene repositoryOnPostgres() throws Exception {
        return once("second night, job repository in PostgreSQL", () -> {
            Scene second = stage.secondNight();
            Path company = copy(second, "repository");
            append(company, "repository: { url: '${%s}' }\n".formatted(PostgresServer.VARIABLE));
            return observe(
                    "second night, job repository in PostgreSQL",
                    company,
                    second.before(),
                    PostgresServer.from(template(), false));
        });
    }

    /** The second night, which reads a service as well. */
    Scene service() throws Exception {
        return once("second night, with a service", () -> {
            Scene second = stage.secondNight();
            Path company = copy(second, "service");
            addService(company);
            return observe(
                    "second night, with a service", company, second.before(), (before, directory) -> new Service());
        });
    }

    private Scene observe(String name, Path company, Path before, World.Maker world) throws Exception {
        return stage.observe(
                Scene.of(name, company, before, stage.secondNight().asOf()).in(name, company, world));
    }

    private static void addService(Path company) throws IOException {
        write(company, "connectors/helpdesk.yaml", """
                type: DeclarativeSource
                streams:
                  - type: DeclarativeStream
                    name: visits
                    primary_key: id
                    retriever:
                      requester: { url_base: "{{ config['url'] }}", path: visits }
                      record_selector: { extractor: { field_path: [visits] } }
                      paginator:
                        type: DefaultPaginator
                        page_token_option: { type: RequestOption, inject_into: request_parameter, field_name: page }
                        pagination_strategy:
                          { type: PageIncrement, page_size: 2, start_from_page: 1, inject_on_first_request: true }
                """);
        write(company, "sources/helpdesk.yaml", """
                type: rest
                manifest: config/connectors/helpdesk.yaml
                config: { url: '${%s}' }
                allow-private-network: true
                streams:
                  visits: {}
                """.formatted(Service.VARIABLE));
        write(company, "mappings/visit.yaml", """
                from: helpdesk.visits
                to: interaction
                account: { by: name, from: company }
                fields:
                  held_on: { from: day, type: date }
                """);
        Path job = company.resolve("jobs/nightly.yaml");
        Files.writeString(job, Files.readString(job).replace("survey]", "survey, helpdesk]"));
    }

    private static void write(Path company, String name, String text) throws IOException {
        Path file = company.resolve("config").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Scene once(String name, Making making) throws Exception {
        Scene known = made.get(name);
        if (known == null) {
            known = making.make();
            made.put(name, known);
        }
        return known;
    }

    private Path template() throws IOException {
        Path template = stage.directory().resolve("postgres");
        if (Files.notExists(template)) {
            PostgresServer.create(template);
        }
        return template;
    }

    private Path withMart(Scene scene) throws IOException {
        Path company = copy(scene, "mart");
        Path job = company.resolve("jobs/nightly.yaml");
        String form = "[tables, workbook, { mart: { url: '${%s}' } }]".formatted(PostgresServer.VARIABLE);
        Files.writeString(job, Files.readString(job).replace(FORMS, form));
        return company;
    }

    private Path copy(Scene scene, String name) throws IOException {
        Path company = stage.place(scene.name() + " " + name + " company");
        if (Files.notExists(company)) {
            TestCompany.copy(scene.company(), company);
        }
        return company;
    }

    private static void append(Path company, String lines) throws IOException {
        Path job = company.resolve("jobs/nightly.yaml");
        Files.writeString(job, Files.readString(job) + lines);
    }
}
