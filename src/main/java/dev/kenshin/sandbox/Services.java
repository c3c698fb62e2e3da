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
        return List.of(kintone(), salesforce(), zendesk(), backlog(), jira(), hubspot(), google());
    }

    private Kintone kintone() throws SourceUnavailable {
        return new Kintone(Map.of(
                CUSTOMERS, KintoneApp.of(Sandbox.TOKEN, files.records("csv", "crm/accounts.csv", WINDOWS)),
                CONTRACTS, KintoneApp.of(Sandbox.TOKEN, files.records("csv", "crm/contracts.csv", WINDOWS))));
    }

    private Salesforce salesforce() throws SourceUnavailable {
        Map<String, SalesforceObject> objects = SalesforceObject.of(
                files.records("csv", "crm/accounts.csv", WINDOWS),
                files.records("csv", "crm/contracts.csv", WINDOWS),
                clock.instant());
        return new Salesforce(objects, Sandbox.TOKEN, clock);
    }

    private Zendesk zendesk() throws SourceUnavailable {
        ZendeskDesk desk = ZendeskDesk.of(files.records("json", "support/tickets.jsonl", Map.of()));
        return new Zendesk(desk, Sandbox.TOKEN, clock);
    }

    private Backlog backlog() throws SourceUnavailable {
        BacklogSpace space = BacklogSpace.of(files.records("csv", "projects/work.csv", Map.of()), clock.instant());
        return new Backlog(space, Sandbox.TOKEN, clock);
    }

    private Jira jira() throws SourceUnavailable {
        JiraSite site = JiraSite.of(files.records("csv", "projects/onboarding.csv", Map.of()), clock.instant());
        return new Jira(site, Sandbox.TOKEN);
    }

    private HubSpot hubspot() throws SourceUnavailable {
        HubSpotPortal portal =
                HubSpotPortal.of(files.records("csv", "upsell/upsell-targets.csv", Map.of()), clock.instant());
        return new HubSpot(portal, Sandbox.TOKEN, clock);
    }

    private GoogleSheets google() throws SourceUnavailable {
        Map<String, Spreadsheet> spreadsheets = Map.of(
                "sandbox-nps", files.spreadsheet("NPSアンケート", "surveys/nps.xlsx"),
                "sandbox-meetings", files.spreadsheet("定例会議と定性情報", "surveys/meetings.xlsx"));
        return new GoogleSheets(spreadsheets, Sandbox.TOKEN, clock);
    }
}
