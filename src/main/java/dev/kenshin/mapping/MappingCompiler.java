package dev.kenshin.mapping;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a mapping against its model table and makes it ready to run. */
public final class MappingCompiler {
    private static final String ACCOUNT_ID = "account_id";

    private final MappingConfig mapping;
    private final ModelTable table;
    private final Problems problems;
    private final FieldCompiler fields;
    private final CustomNames names;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Column> custom = new ArrayList<>();

    private MappingCompiler(MappingConfig mapping, ModelTable table, ZoneId zone, Problems problems) {
        this.mapping = mapping;
        this.table = table;
        this.problems = problems;
        this.fields = new FieldCompiler(zone, problems);
        this.names = new CustomNames(table, problems);
    }

    /**
     * Compiles a mapping. Whether the accounts' columns and streams that its links name exist is asked of
     * {@link AccountLinks#check}.
     *
     * @param table the model table that {@code mapping.to()} names
     * @param zone the time zone that moments are kept in
     * @param problems gets everything that is wrong with the mapping
     * @return empty if anything is wrong
     */
    public static Optional<RowMapper> compile(MappingConfig mapping, ModelTable table, ZoneId zone, Problems problems) {
        Problems own = new Problems();
        RowMapper mapper = new MappingCompiler(mapping, table, zone, own).compile();
        own.all().forEach(problems::add);
        return own.hasErrors() ? Optional.empty() : Optional.of(mapper);
    }

    private RowMapper compile() {
        checkAccount();
        if (OverrideCheck.concerns(table)) {
            OverrideCheck.check(mapping, problems);
        }
        mapping.fields().values().forEach(this::addCanonical);
        mapping.custom().values().forEach(this::addCustom);
        String stream = mapping.from().name();
        String source = stream.substring(0, Math.max(0, stream.indexOf('.')));
        return new RowMapper(source, table, custom, mapping.account(), cells);
    }

    private boolean ofAccounts() {
        return table.name().equals(Model.ACCOUNT.name());
    }

    private void checkAccount() {
        if (ofAccounts()) {
            checkOwnKey();
        } else if (mapping.account().isEmpty()) {
            problems.error(
                    "KEN-P08",
                    mapping.at(),
                    new Text("account がないため、どの顧客の行か決まりません。", "Without account, rows belong to no account."),
                    new Text(
                            "「account: { by: name, from: 会社名 }」のように書いてください。",
                            "Write for example account: { by: name, from: 会社名 }."));
        }
    }

    private void checkOwnKey() {
        mapping.account().stream()
                .findFirst()
                .ifPresent(link -> problems.error(
                        "KEN-P09",
                        link.at(),
                        new Text("顧客そのものの表に account は書けません。", "Accounts themselves are not linked to an account."),
                        new Text(
                                "account を消し、fields に account_id を書いてください。",
                                "Remove account and map account_id in fields.")));
        if (!mapping.fields().containsKey(ACCOUNT_ID)) {
            problems.error(
                    "KEN-P10",
                    mapping.at(),
                    new Text("account_id がありません。", "account_id is not mapped."),
                    new Text(
                            "fields に「account_id: { from: 顧客番号, required: true }」のように書いてください。",
                            "Write for example account_id: { from: 顧客番号, required: true } in fields."));
        }
    }

    private void addCanonical(FieldConfig field) {
        if (field.name().equals(ACCOUNT_ID) && !ofAccounts()) {
            problems.error(
                    "KEN-P10",
                    field.at(),
                    new Text(
                            "account_id は account で決まるため、fields には書けません。",
                            "account_id is found through account, not fields."),
                    new Text("account_id を消し、account に書いてください。", "Remove account_id and state the link in account."));
            return;
        }
        Optional<Column> column = table.column(field.name());
        column.ifPresentOrElse(known -> addCell(field, known), () -> noColumn(field));
    }

    private void addCell(FieldConfig field, Column column) {
        boolean required =
                field.required() || column.name().equals(ACCOUNT_ID) || OverrideCheck.demands(table, column.name());
        fields.compile(field, column)
                .ifPresent(converter -> cells.add(
                        new Cell(table.columns().indexOf(column), List.copyOf(field.from()), converter, required)));
    }

    private void noColumn(FieldConfig field) {
        List<String> known = table.columns().stream().map(Column::name).toList();
        Text hint = Suggestion.among(field.name(), known);
        problems.error(
                "KEN-P01",
                field.at(),
                new Text(
                        table.name() + " に列「" + field.name() + "」はありません。",
                        table.name() + " has no column '" + field.name() + "'."),
                new Text(
                        hint.ja() + "独自の項目は custom に書いてください。",
                        hint.en() + " Variables of your own belong under custom."));
    }

    private void addCustom(FieldConfig field) {
        Optional<FieldType> type = fields.type(field, FieldType.TEXT);
        if (!names.accept(field) || type.isEmpty()) {
            return;
        }
        Text label = field.label().orElseGet(() -> Text.same(field.name()));
        Column column = new Column(field.name(), type.get().columnType(), label);
        int position = table.columns().size() + custom.size();
        custom.add(column);
        fields.compile(field, column)
                .ifPresent(converter ->
                        cells.add(new Cell(position, List.copyOf(field.from()), converter, field.required())));
    }
}
