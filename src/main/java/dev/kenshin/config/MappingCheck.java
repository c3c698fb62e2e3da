package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.Set;

/** Checks what mappings refer to: their stream, their table, and how they find the account. */
record MappingCheck(Set<String> tables, LinkCheck links, ReferenceCheck references, Problems problems) {
    private static final String ACCOUNT = "account";

    void check(MappingConfig mapping) {
        links.checkStream(mapping.from());
        references.check(mapping.to(), tables, new Text("テーブル", "table"));
        checkAccount(mapping);
        mapping.fields().values().forEach(this::checkRange);
        mapping.custom().values().forEach(this::checkRange);
    }

    private void checkAccount(MappingConfig mapping) {
        String source = LinkCheck.source(mapping.from().name());
        mapping.account().forEach(link -> links.check(source, link));
        if (mapping.to().name().equals(ACCOUNT) && !mapping.account().isEmpty()) {
            problems.error(
                    "KEN-C30",
                    mapping.account().get(0).at(),
                    new Text("テーブル「account」の行は、顧客そのものです。", "Rows of 'account' are the accounts themselves."),
                    new Text("「account」の項目を消してください。", "Delete the key 'account'."));
        }
    }

    private void checkRange(FieldConfig field) {
        field.between()
                .filter(range -> range.low() > range.high())
                .ifPresent(range -> problems.error(
                        "KEN-C29",
                        field.at(),
                        new Text(
                                "「" + field.name() + "」の範囲の最小が最大より大きくなっています。",
                                "The range of '" + field.name() + "' ends below its start."),
                        new Text("between: [最小, 最大] の順に書いてください。", "Write between: [lowest, highest].")));
    }
}
