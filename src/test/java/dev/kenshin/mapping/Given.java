package dev.kenshin.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.model.Model;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mappings, records and accounts as tests need them. */
final class Given {
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Location AT = new Location.InText("config/mappings/nps.yaml", 7, 3);

    private Given() {}

    /** A field under construction, by default {@code name: { from: ... }}. */
    record Field(FieldConfig config) {
        Field type(String type) {
            return with(Optional.of(type), config.values(), config.otherwise(), config.required(), config.between());
        }

        Field values(Map<String, String> values) {
            return with(config.type(), values, config.otherwise(), config.required(), config.between());
        }

        Field otherwise(String otherwise) {
            return with(config.type(), config.values(), Optional.of(otherwise), config.required(), config.between());
        }

        Field required() {
            return with(config.type(), config.values(), config.otherwise(), true, config.between());
        }

        Field between(double low, double high) {
            return with(
                    config.type(),
                    config.values(),
                    config.otherwise(),
                    config.required(),
                    Optional.of(new FieldConfig.Between(low, high)));
        }

        private Field with(
                Optional<String> type,
                Map<String, String> values,
                Optional<String> otherwise,
                boolean required,
                Optional<FieldConfig.Between> between) {
            return new Field(new FieldConfig(
                    config.name(),
                    config.from(),
                    config.constant(),
                    type,
                    values,
                    otherwise,
                    required,
                    between,
                    config.label(),
                    config.at()));
        }
    }

    static Field field(String name, String... from) {
        return field(name, List.of(from), Optional.empty());
    }

    static Field constant(String name, String words) {
        return field(name, List.of(), Optional.of(words));
    }

    private static Field field(String name, List<String> from, Optional<String> constant) {
        return new Field(new FieldConfig(
                name,
                from,
                constant,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                AT));
    }

    static LinkConfig by(String by, String from) {
        return new LinkConfig(by, from, AT);
    }

    static MappingConfig mapping(String to, List<LinkConfig> links, List<Field> fields, List<Field> custom) {
        return new MappingConfig(
                "nps-answers",
                new Reference("nps.answers", AT),
                new Reference(to, AT),
                links,
                byName(fields),
                byName(custom),
                "hash",
                AT);
    }

    private static Map<String, FieldConfig> byName(List<Field> fields) {
        Map<String, FieldConfig> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.config().name(), field.config()));
        return byName;
    }

    /** Compiles survey answers linked by name, which must be right. */
    static RowMapper answers(Field... fields) {
        return compiled(mapping("survey_response", List.of(by("name", "会社名")), List.of(fields), List.of()));
    }

    static RowMapper compiled(MappingConfig mapping) {
        Problems problems = new Problems();
        Optional<RowMapper> mapper = MappingCompiler.compile(
                mapping, Model.table(mapping.to().name()).orElseThrow(), TOKYO, problems);
        assertThat(problems.all()).isEmpty();
        return mapper.orElseThrow();
    }

    /** A worksheet's record: names and values in turn; the fields lie in columns A, B, C, … of row 14. */
    static SourceRecord record(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = String.valueOf(namesAndValues[i]);
            fields.put(name, namesAndValues[i + 1]);
            columns.put(name, Character.toString('A' + i / 2));
        }
        return new SourceRecord("14", fields, new Place("nps.xlsx!回答!14", columns));
    }

    static Account account(String id, String name) {
        return new Account(id, Map.of("name", name));
    }

    static AccountDirectory directory(Account... accounts) {
        return AccountDirectory.of(Arrays.asList(accounts), Map.of(), Map.of(), new Problems());
    }
}
