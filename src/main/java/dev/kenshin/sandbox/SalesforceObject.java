package dev.kenshin.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of the organisation and its records. What a contract there has no place for is in custom fields, as
 * organisations do it; customers are accounts, so that contracts can name them.
 *
 * @param fields that may be asked for, those of related records as {@code Owner.Name}
 */
record SalesforceObject(String name, Set<String> fields, List<Map<String, @Nullable Object>> records) {
    private static final List<String> EVERY_OBJECT = List.of("Id", "IsDeleted", "CreatedDate", "SystemModstamp");

    /** @param now up to which records may have changed */
    static Map<String, SalesforceObject> of(
            List<Map<String, @Nullable Object>> customers, List<Map<String, @Nullable Object>> contracts, Instant now) {
        Map<String, Map<String, @Nullable Object>> accounts = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> customer : customers) {
            accounts.put(Texts.of(customer.get("顧客番号")), account(accounts.size() + 1, customer, now));
        }
        accounts.values().forEach(account -> account.compute("ParentId", (field, parent) -> id(accounts, parent)));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        contracts.forEach(contract -> rows.add(contract(rows.size() + 1, contract, accounts, now)));
        Map<String, SalesforceObject> objects = new HashMap<>();
        List.of(
                        filled("Account", List.copyOf(accounts.values())),
                        filled("Contract", rows),
                        empty("Contact", "AccountId", "Name", "Email", "Title"),
                        empty("Opportunity", "AccountId", "Name", "Type", "StageName", "Amount", "Probability")
                                .and("CloseDate", "IsClosed", "IsWon", "Owner.Name"),
                        empty("Event", "AccountId", "Subject", "Type", "ActivityDate", "DurationInMinutes")
                                .and("Owner.Name"))
                .forEach(object -> objects.put(object.name(), object));
        return objects;
    }

    private static SalesforceObject filled(String name, List<Map<String, @Nullable Object>> records) {
        Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        records.forEach(record -> fields.addAll(record.keySet()));
        return new SalesforceObject(name, fields, records).and(EVERY_OBJECT.toArray(String[]::new));
    }

    private static SalesforceObject empty(String name, String... fields) {
        return filled(name, List.of()).and(fields);
    }

    private SalesforceObject and(String... more) {
        fields.addAll(List.of(more));
        return this;
    }

    private static Map<String, @Nullable Object> account(int number, Map<String, @Nullable Object> row, Instant now) {
        String owner = Texts.of(row.get("担当者"));
        return Fields.row(
                "Id", id("001", number),
                "IsDeleted", false,
                "CreatedDate", Texts.lastEvening(now, row.get("利用開始日")),
                "SystemModstamp", Texts.lastEvening(now, row.get("利用開始日"), row.get("更新日")),
                "Name", row.get("会社名"),
                "AccountNumber", row.get("顧客番号"),
                "Type", "Customer",
                "Industry", row.get("業種"),
                "NumberOfEmployees",
                        Texts.amount(row.get("従業員数")).map(BigDecimal::intValue).orElse(null),
                "BillingState", row.get("地域"),
                "Website", row.get("メールドメイン"),
                "ParentId", row.get("親会社番号"),
                "OwnerId", owner.isEmpty() ? null : Texts.login(owner),
                "Owner.Name", owner.isEmpty() ? null : owner);
    }

    private static Map<String, @Nullable Object> contract(
            int number,
            Map<String, @Nullable Object> row,
            Map<String, Map<String, @Nullable Object>> accounts,
            Instant now) {
        String customer = Texts.of(row.get("顧客番号"));
        Object begin = Texts.dayOf(row.get("契約開始日"));
        Object end = Texts.dayOf(row.get("契約終了日"));
        return Fields.row(
                "Id", id("800", number),
                "IsDeleted", false,
                "CreatedDate", Texts.lastEvening(now, row.get("契約開始日")),
                "SystemModstamp", Texts.lastEvening(now, row.get("契約開始日"), row.get("解約日")),
                "AccountId", id(accounts, customer),
                "Account.Name", accounts.getOrDefault(customer, Map.of()).get("Name"),
                "Account.AccountNumber", accounts.containsKey(customer) ? customer : null,
                "ContractNumber", "%08d".formatted(100 + number),
                "Status", status(row.get("状態")),
                "StartDate", begin,
                "EndDate", end,
                "ContractTerm", months(begin, end),
                "ContractNo__c", row.get("契約番号"),
                "Product__c", row.get("製品"),
                "Plan__c", row.get("プラン"),
                "RenewalDate__c", Texts.dayOf(row.get("更新日")),
                "Seats__c", number(row.get("ライセンス数")),
                "MonthlyAmount__c", number(row.get("月額")),
                "CancelDate__c", Texts.dayOf(row.get("解約日")),
                "CancelReason__c", row.get("解約理由"));
    }

    private static @Nullable Object status(@Nullable Object written) {
        return switch (Texts.of(written)) {
            case "有効" -> "Activated";
            case "満了" -> "Expired";
            case "解約" -> "Terminated";
            default -> written;
        };
    }

    /** Salesforce writes numbers with a decimal point; what is none stays as it was written. */
    private static @Nullable Object number(@Nullable Object written) {
        return Texts.amount(written).<Object>map(BigDecimal::doubleValue).orElse(Texts.of(written));
    }

    private static @Nullable Object months(@Nullable Object begin, @Nullable Object end) {
        return begin instanceof LocalDate first && end instanceof LocalDate last
                ? ChronoUnit.MONTHS.between(first, last.plusDays(1))
                : null;
    }

    private static @Nullable Object id(Map<String, Map<String, @Nullable Object>> accounts, @Nullable Object number) {
        return accounts.getOrDefault(Texts.of(number), Map.of()).get("Id");
    }

    /** The last three letters tell capitals from small letters; there are none. */
    private static String id(String kind, int number) {
        return "%s%012dAAA".formatted(kind, number);
    }
}
