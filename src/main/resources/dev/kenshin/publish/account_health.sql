-- One row an account, the worst health first and unknown health last. $1 is the as-of date; "history" is history.sql, and the query in "own" is filled with
-- the columns of this company, its segments and its custom variables.
with night as (
    select * from score.account_health where as_of = $1
),
account as (
    select distinct on (account_id) * from model.account order by account_id, mapping, record_key
),
asked as (
    select cast($1 as date) as as_of
),
recent as (
    select as_of, account_id, health
    from score.account_health
    where as_of between cast($1 as date) - 89 and cast($1 as date)
),
{history},
-- A contract ends with what comes first, its last day or its cancellation; one without a start has begun. So say the metrics.
dated_contract as (
    select
        *,
        coalesce(starts_on, $1) > $1 as upcoming,
        coalesce(least(churned_on, ends_on + 1) <= $1, false) as ended
    from model.contract
),
contract as (
    select
        account_id,
        case
            when bool_or(not upcoming and not ended) then 'active'
            when bool_or(upcoming and not ended) then 'upcoming'
            when bool_or(churned_on <= $1) then 'churned'
            else 'expired'
        end as contract_status,
        sum(seats) filter (where not upcoming and not ended) as seats,
        sum(mrr) filter (where not upcoming and not ended) as mrr,
        min(coalesce(renews_on, ends_on)) filter (where not upcoming and not ended) as renewal_date
    from dated_contract
    group by account_id
),
-- As the metrics of these names have it.
upsell as (
    select account_id, sum(target) as target, sum(coalesce(forecast, 0)) as forecast
    from model.upsell
    where due_on is null or due_on >= $1
    group by account_id
),
overridden as (
    select avg(cast(manual_author is not null as integer)) as rate from night where scorecard is not null
),
own as (
    {words}
)
select
    night.as_of,
    night.account_id,
    account.name,
    night.level,
    night.health,
    night.health - health_1d as change_1d,
    night.health - health_7d as change_7d,
    night.health - health_30d as change_30d,
    night.health - health_90d as change_90d,
    night.health - health_365d as change_365d,
    trend.slope_90d,
    trend.volatility_90d,
    night.driver_1_ja,
    night.driver_2_ja,
    night.driver_3_ja,
    night.move_1_ja,
    night.driver_1_en,
    night.driver_2_en,
    night.driver_3_en,
    night.move_1_en,
    account.owner,
    coalesce(contract_status, 'none') as contract_status,
    contract.renewal_date,
    contract.renewal_date - cast($1 as date) as days_to_renewal,
    cast(contract.mrr * 12 as decimal(18, 4)) as arr,
    cast(contract.mrr as decimal(18, 4)) as mrr,
    cast(contract.seats as bigint) as seats,
    account.plan,
    account.touch,
    account.industry,
    account.region,
    account.started_on,
    cast(upsell.target as decimal(18, 4)) as upsell_target,
    cast(upsell.forecast as decimal(18, 4)) as upsell_forecast,
    night.scorecard,
    night.coverage,
    night.confidence,
    night.health_before_overrides,
    night.override_reason_ja,
    night.override_reason_en,
    coalesce(night.risk_level, night.level) as risk_level,
    night.risk_reason_ja,
    night.risk_reason_en,
    night.level_by_health,
    night.level_held_ja,
    night.level_held_en,
    night.computed_health,
    night.computed_level,
    night.manual_author as manual_override_author,
    night.manual_reason as manual_override_reason,
    night.manual_set_on as manual_override_set_on,
    night.manual_expires_on as manual_override_expires_on,
    overridden.rate as manual_override_rate,
    night.source_status,
    night.stale_sources,
    night.source_age_days,
    own.* exclude (account_id)
from night
left join account using (account_id)
left join earlier using (account_id)
left join trend on trend.as_of = night.as_of and trend.account_id = night.account_id
left join contract using (account_id)
left join upsell using (account_id)
left join own using (account_id)
cross join overridden
order by night.health nulls last, night.account_id
