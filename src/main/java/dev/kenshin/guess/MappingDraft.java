package dev.kenshin.guess;

import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code config/mappings/<name>.yaml}. */
final class MappingDraft {
    private static final String ACCOUNT_ID = "account_id";
    /** A rating of 11 is a slip; many of them are another scale. */
    private static final double NEARLY_ALL = 0.95;

    private final Look look;
    private final TableGuess guess;
    private final ModelTable table;
    private final Request request;
    private final Page page;

    private MappingDraft(Look look, TableGuess guess, Request request) {
        this.look = look;
        this.guess = guess;
        this.table = Model.table(guess.table()).orElseThrow();
        this.request = request;
        this.page = new Page(request.language());
    }

    /** @param stream {@code source.stream} */
    static Draft of(String name, String stream, Look look, TableGuess guess, Request request) {
        MappingDraft draft = new MappingDraft(look, guess, request);
        draft.begin(stream);
        draft.account();
        draft.fields();
        CustomDraft.write(draft.unused(), draft.table, draft.page);
        return new Draft("mappings", name, draft.page.text());
    }

    private void begin(String stream) {
        int rows = look.sample().records().size();
        page.comment(new Text(
                table.label().ja() + "。kenshin guess が " + stream + " の" + rows + "行を見て書いた下書き。「要確認」の行を見直してください。",
                table.label().en() + ". Drafted by kenshin guess from " + rows + " rows of " + stream
                        + ". Look at the lines marked CHECK."));
        page.line("from: " + YamlText.text(stream));
        page.line("to: " + table.name(), certainty());
    }

    private Remark certainty() {
        if (request.table().isPresent()) {
            return Remark.sure("指定されたテーブル", "the table that was named");
        }
        int matched = guess.matches().size();
        Remark fits = Remark.sure(matched + "列が対応", matched + " columns match");
        return look.tables().stream()
                .filter(other -> !other.equals(guess) && other.merit() > guess.merit() * 0.7)
                .findFirst()
                .map(other -> fits.and(Remark.unsure(other.table() + " にも似ています", other.table() + " is similar, too")))
                .orElse(fits);
    }

    private boolean ofAccounts() {
        return table.name().equals(Model.ACCOUNT.name());
    }

    private void account() {
        if (ofAccounts()) {
            return;
        }
        List<LinkGuess> links = LinkGuess.of(look.profiles(), request.configuration());
        page.line("account:");
        links.forEach(link ->
                page.line("  - { by: " + link.by() + ", from: " + YamlText.text(link.from()) + " }", link.remark()));
    }

    private void fields() {
        page.line("fields:");
        List<Match> matches = guess.matches().stream()
                .filter(match -> ofAccounts() || !match.entry().column().equals(ACCOUNT_ID))
                .toList();
        matches.forEach(this::field);
        constants();
        boolean needsId = ofAccounts() && guess.column(ACCOUNT_ID).isEmpty();
        if (needsId || matches.isEmpty()) {
            placeholder(needsId ? ACCOUNT_ID : textColumn());
        }
    }

    /** A mapping needs a field, be it a wrong one. */
    private void placeholder(String column) {
        Profile profile = look.profiles().get(0);
        page.line(
                "  " + column + ": " + YamlText.text(profile.name()),
                Remark.unsure("仮の対応です。正しい項目に直してください", "a placeholder: name the right field"));
    }

    private String textColumn() {
        return table.columns().stream()
                .filter(column ->
                        column.type() == ColumnType.TEXT && !column.name().equals(ACCOUNT_ID))
                .map(Column::name)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void field(Match match) {
        Optional<WordsGuess> words = WordsGuess.of(match, look.sample().whole());
        Remark remark =
                words.map(guessed -> match.remark().and(guessed.remark())).orElseGet(match::remark);
        String from = YamlText.text(match.profile().name());
        List<String> parts = new ArrayList<>(List.of("from: " + from));
        type(match).ifPresent(type -> parts.add("type: " + type.word()));
        match.entry()
                .bounds()
                .filter(bounds -> within(match.profile(), bounds))
                .ifPresent(bounds -> parts.add("between: " + bounds));
        words.ifPresent(guessed -> parts.add("values: " + YamlText.words(guessed.words())));
        if (required(match)) {
            parts.add("required: true");
        }
        String value = parts.size() == 1 ? from : parts.stream().collect(Collectors.joining(", ", "{ ", " }"));
        page.line("  " + match.entry().column() + ": " + value, remark);
    }

    private static Optional<FieldType> type(Match match) {
        FieldType type = match.entry().type();
        return type == FieldType.TEXT ? Optional.empty() : Optional.of(type);
    }

    private static boolean within(Profile profile, List<Long> bounds) {
        List<Object> numbers = profile.fit(FieldType.INTEGER).read();
        long inside = numbers.stream()
                .filter(number -> (Long) number >= bounds.get(0) && (Long) number <= bounds.get(1))
                .count();
        return inside > 0 && inside >= numbers.size() * NEARLY_ALL;
    }

    /** What identifies a row, and what dates it, if no row lacks it. */
    private boolean required(Match match) {
        String column = match.entry().column();
        boolean telling = column.equals(ACCOUNT_ID)
                || table.time().filter(column::equals).isPresent()
                || (column.endsWith("_id") && match.profile().unique());
        return telling && match.profile().full();
    }

    private void constants() {
        Vocabulary.columns(table.name()).stream()
                .filter(entry -> !entry.constant().isEmpty()
                        && guess.column(entry.column()).isEmpty())
                .forEach(entry -> page.line(
                        "  " + entry.column() + ": { constant: " + entry.constant() + " }",
                        Remark.unsure("列がないので、すべてこの値にします", "no column says it, so that all rows have this")));
    }

    private List<Profile> unused() {
        List<Profile> used = guess.matches().stream().map(Match::profile).toList();
        List<String> links = ofAccounts()
                ? List.of()
                : LinkGuess.of(look.profiles(), request.configuration()).stream()
                        .map(LinkGuess::from)
                        .toList();
        return look.profiles().stream()
                .filter(profile -> !used.contains(profile) && !links.contains(profile.name()))
                .toList();
    }
}
