package dev.kenshin.sandbox;

import dev.kenshin.source.SourceUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Which part of the company lies in which service. */
record Services(CompanyFiles files, Clock clock) {
    /** The apps of customers and contracts. */
    static final long CUSTOMERS = 1;

    static final long CONTRACTS = 2;
    private static final Map<String, String> WINDOWS = Map.of("charset", "windows-31j");

    List<Vendor> all() throws SourceUnavailable {
        return List.of(kintone(), zendesk());
    }

    private Kintone kintone() throws SourceUnavailable {
        return new Kintone(Map.of(
                CUSTOMERS, KintoneApp.of(Sandbox.TOKEN, files.records("csv", "crm/accounts.csv", WINDOWS)),
                CONTRACTS, KintoneApp.of(Sandbox.TOKEN, files.records("csv", "crm/contracts.csv", WINDOWS))));
    }

    private Zendesk zendesk() throws SourceUnavailable {
        ZendeskDesk desk = ZendeskDesk.of(files.records("json", "support/tickets.jsonl", Map.of()));
        return new Zendesk(desk, Sandbox.TOKEN, clock);
    }
}
