package dev.kenshin.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sales team's upsell targets as they would lie in HubSpot: each is a deal in a pipeline of its own, and belongs to a
 * company. What a deal has no place for is in custom properties.
 *
 * @param objects by their plural names, each by id
 */
record HubSpotPortal(Map<String, List<HubSpotObject>> objects) {
    private static final String PIPELINE = "99810000";
    private static final List<String> STAGES = List.of("未着手", "提案中", "内示", "保留");
    /** Nothing tells when a target was set: some days before it is due. */
    private static final int PROPOSED_AHEAD = 90;

    private static final long FIRST_COMPANY = 7_700_000_001L;
    private static final long FIRST_DEAL = 9_900_000_001L;

    /**
     * An object.
     *
     * @param properties all are texts, or null
     * @param company to which it belongs
     */
    record HubSpotObject(long id, Instant made, Map<String, @Nullable Object> properties, Optional<String> company) {}

    /** @param now up to which objects may have changed */
    static HubSpotPortal of(List<Map<String, @Nullable Object>> targets, Instant now) {
        Map<String, HubSpotObject> companies = new LinkedHashMap<>();
        List<HubSpotObject> deals = new ArrayList<>();
        for (Map<String, @Nullable Object> target : targets) {
            Instant made = Texts.daysBefore(target.get("期限"), PROPOSED_AHEAD, now);
            HubSpotObject company = companies.computeIfAbsent(
                    Texts.of(target.get("会社名")), name -> company(FIRST_COMPANY + companies.size(), name, made));
            deals.add(deal(FIRST_DEAL + deals.size(), target, company, made));
        }
        return new HubSpotPortal(
                Map.of("companies", List.copyOf(companies.values()), "deals", deals, "contacts", List.of()));
    }

    private static HubSpotObject company(long id, String name, Instant made) {
        return object(id, made, Optional.empty(), Fields.of("name", name, "lifecyclestage", "customer"));
    }

    private static HubSpotObject deal(
            long id, Map<String, @Nullable Object> target, HubSpotObject company, Instant made) {
        String name = Texts.of(target.get("会社名"));
        Map<String, @Nullable Object> properties = Fields.of(
                "dealname", name + " " + Texts.of(target.get("提案商品")),
                "amount", number(target.get("目標額")),
                "closedate", moment(target.get("期限")),
                "dealstage", stage(Texts.of(target.get("状況"))),
                "pipeline", PIPELINE,
                "dealtype", "existingbusiness",
                "description", target.get("メモ"),
                "company_name", name,
                "proposed_product", target.get("提案商品"),
                "forecast_amount", number(target.get("見込額")));
        return object(id, made, Optional.of("" + company.id()), properties);
    }

    private static HubSpotObject object(
            long id, Instant made, Optional<String> company, Map<String, @Nullable Object> properties) {
        properties.put("hs_object_id", "" + id);
        properties.put("createdate", HubSpot.time(made));
        properties.put("hs_lastmodifieddate", HubSpot.time(made));
        return new HubSpotObject(id, made, properties, company);
    }

    /** Numbers are plain; what is none stays as it was written. */
    private static String number(@Nullable Object written) {
        return Texts.amount(written).map(BigDecimal::toPlainString).orElse(Texts.of(written));
    }

    private static @Nullable Object moment(@Nullable Object day) {
        String text = Texts.of(day);
        return Texts.isDate(text) ? HubSpot.time(Instant.parse(Texts.startOf(text))) : Texts.dayOf(text);
    }

    /** Stages have numbers, which HubSpot gives them. */
    private static String stage(String name) {
        return STAGES.contains(name) ? "" + (99_810_001 + STAGES.indexOf(name)) : name;
    }
}
