package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the CRM exports at night: {@code accounts.csv} and {@code contracts.csv}. */
final class CrmFiles {
    private static final List<String> ACCOUNT_COLUMNS = List.of(
            "顧客番号", "会社名", "業種", "担当者", "タッチモデル", "プラン", "従業員数", "地域", "メールドメイン", "テナントID", "利用開始日", "親会社番号", "単価",
            "更新日");
    private static final List<String> CONTRACT_COLUMNS =
            List.of("契約番号", "顧客番号", "製品", "プラン", "契約開始日", "契約終了日", "更新日", "ライセンス数", "月額", "状態", "解約日", "解約理由");

    private CrmFiles() {}

    static void write(Company company, Path directory) throws IOException {
        LocalDate today = company.request().lastDay();
        try (CsvFile accounts = CsvFile.shiftJis(directory.resolve("accounts.csv"), ACCOUNT_COLUMNS);
                CsvFile contracts = CsvFile.shiftJis(directory.resolve("contracts.csv"), CONTRACT_COLUMNS)) {
            for (Account account : company.accounts()) {
                accounts.row(account(account, today));
                Contract.all(account, today).forEach(contract -> contracts.row(contract(account, contract, today)));
            }
        }
    }

    private static String[] account(Account account, LocalDate today) {
        Dice dice = account.dice("crm");
        return new String[] {
            account.id(),
            account.name().official(),
            account.name().industry().label(),
            account.owner(),
            account.plan().touch(),
            account.plan().label(),
            employees(account.employees(), dice),
            account.region(),
            account.domain(),
            account.knownTenant() ? account.tenant() : "",
            Spelling.slashes(account.life().startsOn()),
            account.parent().map(Account::id).orElse(""),
            Spelling.grouped(account.unitPrice()),
            Spelling.slashes(touched(account, today))
        };
    }

    private static String employees(int employees, Dice dice) {
        String digits = dice.chance(0.5) ? Spelling.grouped(employees) : String.valueOf(employees);
        return dice.chance(0.15) ? Spelling.fullWidth(digits) : digits;
    }

    /** The CSMs keep an account's entry up to date once a month, as long as it is a customer. */
    private static LocalDate touched(Account account, LocalDate today) {
        LocalDate last = account.life().endsOn().filter(today::isAfter).orElse(today);
        YearMonth month = YearMonth.from(last);
        LocalDate day = WorkingDays.pick(month, account.dice("touched", month));
        return day.isAfter(last) ? month.atDay(1) : day;
    }

    private static String[] contract(Account account, Contract contract, LocalDate today) {
        boolean cancelled = contract.cancelledBy(today);
        return new String[] {
            contract.number(),
            account.id(),
            contract.product(),
            account.plan().label(),
            Spelling.slashes(contract.startsOn()),
            Spelling.slashes(contract.endsOn()),
            Spelling.slashes(contract.endsOn().plusDays(1)),
            String.valueOf(contract.seats()),
            Spelling.price(
                    contract.monthly(),
                    account.dice("price", contract.startsOn().getYear(), contract.seats())),
            cancelled ? "解約" : contract.endsOn().isBefore(today) ? "満了" : "有効",
            cancelled ? contract.cancelledOn().map(Spelling::slashes).orElse("") : "",
            cancelled ? account.life().cause().churnReason() : ""
        };
    }
}
