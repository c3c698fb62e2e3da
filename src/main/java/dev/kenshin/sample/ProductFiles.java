package dev.kenshin.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What the product's own database knows: {@code users.csv}, and which tenants the CRM does not know. */
final class ProductFiles {
    /** The vendor's own tenant for demonstrations; it belongs to no customer. */
    static final String DEMO_TENANT = "t-demo";

    /** One user in so many never takes to the product, and is shut off some months later. */
    static final int IDLER = 29;

    private static final int IDLE_REMAINDER = 17;

    private ProductFiles() {}

    static void write(Company company, Path directory) throws IOException {
        LocalDate today = company.request().lastDay();
        try (CsvFile users = CsvFile.utf8(
                directory.resolve("users.csv"),
                List.of("tenant_id", "user_id", "email", "role", "registered_at", "deactivated_at"))) {
            for (Account account : company.accounts()) {
                users(account, today, users);
            }
            users.row(DEMO_TENANT, "demo-001", "demo@vendor.example.jp", "admin", "2024-04-01", "");
        }
        crosswalk(company, directory.resolve("tenants-crosswalk.csv"));
    }

    /** Kept by people: goes to {@code config/crosswalks/product.csv}. */
    private static void crosswalk(Company company, Path file) throws IOException {
        try (CsvFile crosswalk = CsvFile.utf8(file, List.of("source_value", "account_id"))) {
            company.accounts().stream()
                    .filter(account -> !account.knownTenant())
                    .forEach(account -> crosswalk.row(account.tenant(), account.id()));
        }
    }

    private static void users(Account account, LocalDate today, CsvFile file) {
        int registered = 0;
        for (Month month : account.life().until(YearMonth.from(today))) {
            while (registered < account.deployed(month)) {
                registered++;
                user(account, registered, registeredOn(account, month, registered), today, file);
            }
        }
    }

    private static LocalDate registeredOn(Account account, Month month, int user) {
        return month.age() == 0 ? month.of().atDay(1) : WorkingDays.pick(month.of(), account.dice("registered", user));
    }

    private static void user(Account account, int user, LocalDate registeredOn, LocalDate today, CsvFile file) {
        if (registeredOn.isAfter(today)) {
            return;
        }
        file.row(
                account.tenant(),
                account.tenant().substring(2) + Spelling.written("-%03d", user),
                account.email(user),
                user == 1 || user % 40 == 0 ? "admin" : "member",
                registeredOn.toString(),
                deactivatedOn(account, user, registeredOn)
                        .filter(day -> !day.isAfter(today))
                        .map(LocalDate::toString)
                        .orElse(""));
    }

    private static Optional<LocalDate> deactivatedOn(Account account, int user, LocalDate registeredOn) {
        Optional<LocalDate> left = account.life().endsOn().map(day -> day.plusDays(1));
        if (user % IDLER != IDLE_REMAINDER) {
            return left;
        }
        LocalDate idle = registeredOn.plusDays(account.dice("idle", user).between(60, 240));
        return left.filter(idle::isAfter).or(() -> Optional.of(idle));
    }
}
