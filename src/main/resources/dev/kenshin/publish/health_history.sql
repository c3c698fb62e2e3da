-- Every snapshot up to the as-of date $1. What is later does not exist for it. "history" is history.sql.
with asked as (
    select distinct as_of from score.account_health where as_of <= $1
),
recent as (
    select as_of, account_id, health from score.account_health where as_of <= $1
),
{history}
select
    night.as_of,
    night.account_id,
    night.health,
    night.level,
    night.coverage,
    night.scorecard,
    night.health - earlier.health_1d as change_1d,
    night.health - earlier.health_7d as change_7d,
    night.health - earlier.health_30d as change_30d,
    night.health - earlier.health_90d as change_90d,
    night.health - earlier.health_365d as change_365d,
    trend.slope_90d,
    trend.volatility_90d,
    night.scorecard_hash,
    night.source_status
from score.account_health night
left join earlier on earlier.as_of = night.as_of and earlier.account_id = night.account_id
left join trend on trend.as_of = night.as_of and trend.account_id = night.account_id
where night.as_of <= $1
order by night.as_of, night.account_id
