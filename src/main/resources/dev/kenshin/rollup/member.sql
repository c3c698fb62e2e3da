-- Which accounts belong to which member of which dimension, and with what weight. {as_of} is the date, {in_circles} the
-- accounts whose parents lead back to themselves, and {levels} the levels of the scorecards.
create or replace temp table rollup_member as
with recursive night as (
    select account_id, scorecard, health, level, coverage, coalesce(at_risk, false) as at_risk, position
    from score.account_health
    left join (values {levels}) known(scorecard, level, position, at_risk) using (scorecard, level)
    where as_of = {as_of}
),
account as (
    select distinct on (account_id) account_id, owner, started_on, nullif(parent_id, '') as parent_id
    from model.account
    order by account_id, mapping, record_key
),
-- In force on that day, as account_health and the metrics have it.
contract as (
    select account_id, product, seats, mrr
    from model.contract
    where coalesce(starts_on, {as_of}) <= {as_of} and (least(churned_on, ends_on + 1) <= {as_of}) is not true
),
worth as (
    select account_id, sum(mrr) * 12 as arr, sum(seats) as seats from contract group by account_id
),
-- Who names itself is on top.
link as (
    select account_id, parent_id
    from night
    join account using (account_id)
    where parent_id <> account_id and not list_contains({in_circles}, account_id)
),
descent as (
    select account_id, parent_id as ancestor_id from link
    union all
    select descent.account_id, link.parent_id from descent join link on link.account_id = descent.ancestor_id
),
member as (
    select 'total' as dimension, null as member, account_id from night
    union all
    select 'parent', ancestor_id, account_id from descent
    union all
    select distinct 'parent', ancestor_id, ancestor_id from descent join night on night.account_id = ancestor_id
    union all
    select 'children', ancestor_id, account_id from descent
    union all
    select 'owner', owner, account_id from night left join account using (account_id)
    union all
    select
        case
            when segment in ('total', 'parent', 'children', 'product', 'owner', 'cohort', 'scorecard')
                then 'segment_' || segment
            else segment
        end,
        class,
        account_id
    from score.segment
    where as_of = {as_of}
    union all
    select 'cohort', year(started_on) || '-Q' || quarter(started_on), account_id
    from night
    left join account using (account_id)
    union all
    select 'scorecard', scorecard, account_id from night
),
weighted as (
    select dimension, member, account_id, arr, seats from member left join worth using (account_id)
    union all
    select 'product', product, account_id, sum(mrr) * 12, sum(seats) from contract group by product, account_id
)
select
    dimension,
    member,
    account_id,
    cast(arr as decimal(18, 4)) as arr,
    cast(seats as bigint) as seats,
    health,
    level,
    position,
    at_risk,
    coverage,
    -- Whole numbers (1e-12 points; 38 digits hold them for a million accounts of any ARR), whose sums do not depend on the order of the rows.
    cast(round(health * 1e12) as hugeint) as points,
    case when health is not null and arr > 0 then cast(arr * 10000 as hugeint) end as arr_weight,
    case when health is not null and seats > 0 then cast(seats as hugeint) end as seat_weight
from weighted
join night using (account_id)
