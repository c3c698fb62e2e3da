package dev.kenshin.job;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.model.Column;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of the model that a mapping fills from the field at fault.
 *
 * @param column with its table: {@code contract.seats}
 * @param from the source's field
 * @param how type and limits of the value, or the way in which the account is looked for
 * @param at the place in the configuration
 */
public record WantedColumn(String column, String from, Text how, String at) {
    private static final int LISTED = 8;

    static List<WantedColumn> of(CompiledMapping mapping, Entry entry) {
        MappingConfig config = mapping.config();
        List<WantedColumn> wanted = new ArrayList<>();
        for (LinkConfig link : config.account()) {
            if (link.from().equals(entry.field())) {
                Text how = new Text(link.by() + " で顧客を探す", "names an account, by " + link.by());
                wanted.add(new WantedColumn(
                        config.to().name() + ".account_id",
                        link.from(),
                        how,
                        link.at().toString()));
            }
        }
        Stream.concat(config.fields().values().stream(), config.custom().values().stream())
                .filter(field -> field.from().contains(entry.field()))
                .forEach(field -> wanted.add(of(mapping, field, entry)));
        return wanted;
    }

    private static WantedColumn of(CompiledMapping mapping, FieldConfig field, Entry entry) {
        List<Text> how = new ArrayList<>();
        how.add(Text.same(field.type().orElseGet(() -> ownType(mapping, field.name()))));
        if (field.required()) {
            how.add(new Text("必須", "required"));
        }
        field.between()
                .ifPresent(range -> how.add(new Text(
                        plain(range.low()) + "〜" + plain(range.high()),
                        "between " + plain(range.low()) + " and " + plain(range.high()))));
        if (!field.values().isEmpty() && field.otherwise().isEmpty()) {
            String words = words(field);
            how.add(new Text("次のいずれか: " + words, "one of " + words));
        }
        return new WantedColumn(
                mapping.config().to().name() + "." + field.name(),
                entry.field(),
                joined(how),
                field.at().toString());
    }

    private static String ownType(CompiledMapping mapping, String column) {
        return mapping.mapper().table().columns().stream()
                .filter(each -> each.name().equals(column))
                .map(Column::type)
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static String words(FieldConfig field) {
        String words = field.values().keySet().stream().limit(LISTED).collect(Collectors.joining(", "));
        return field.values().size() > LISTED ? words + ", …" : words;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Text joined(List<Text> words) {
        return new Text(
                words.stream().map(Text::ja).collect(Collectors.joining("、")),
                words.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
