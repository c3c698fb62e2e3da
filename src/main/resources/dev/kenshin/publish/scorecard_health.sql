-- What the further scorecards say, one row an account and card: the worst health of each card first. $1 is the as-of date.
select
    health.as_of,
    health.account_id,
    account.name,
    health.scorecard,
    health.level,
    health.health,
    health.driver_1_ja,
    health.driver_2_ja,
    health.driver_3_ja,
    health.move_1_ja,
    health.driver_1_en,
    health.driver_2_en,
    health.driver_3_en,
    health.move_1_en,
    health.coverage,
    health.confidence,
    health.health_before_overrides,
    health.override_reason_ja,
    health.override_reason_en,
    health.scorecard_hash,
    health.source_status,
    health.stale_sources,
    health.source_age_days
from score.scorecard_health health
left join (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
) account on account.account_id = health.account_id
where health.as_of = $1 and health.kind = 'further'
order by health.scorecard, health.health nulls last, health.account_id
