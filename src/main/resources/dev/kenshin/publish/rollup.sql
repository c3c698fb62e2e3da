-- Many accounts as one row, in the order of the dimensions and within them the most ARR at risk first. $1 is the as-of
-- date; "word" is filled with the words of dimensions and members, and "history" is history.sql, of which only "reference" counts.
with asked as (
    select cast($1 as date) as as_of
),
recent as (
    select as_of, account_id, health from score.account_health where as_of = $1
),
{history},
change as (
    select
        now.dimension,
        now.member,
        now.mean_health - max(past.mean_health) filter (where days = 30) as mean_change_30d,
        now.mean_health - max(past.mean_health) filter (where days = 90) as mean_change_90d,
        now.mean_health - max(past.mean_health) filter (where days = 365) as mean_change_365d,
        now.arr_weighted_health - max(past.arr_weighted_health) filter (where days = 30) as arr_weighted_change_30d,
        now.arr_weighted_health - max(past.arr_weighted_health) filter (where days = 90) as arr_weighted_change_90d,
        now.arr_weighted_health - max(past.arr_weighted_health) filter (where days = 365) as arr_weighted_change_365d
    from score.rollup now
    join reference on reference.as_of = now.as_of
    join score.rollup past
        on past.as_of = reference.earlier
        and past.dimension = now.dimension
        and past.member is not distinct from now.member
    where now.as_of = $1
    group by now.dimension, now.member, now.mean_health, now.arr_weighted_health
),
account as (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
),
word as (
    {words}
)
select
    sum.as_of,
    sum.dimension,
    coalesce(heading.label_ja, sum.dimension) as dimension_label_ja,
    coalesce(heading.label_en, sum.dimension) as dimension_label_en,
    sum.member,
    coalesce(word.label_ja, account.name, sum.member, heading.none_ja, 'なし') as member_label_ja,
    coalesce(word.label_en, account.name, sum.member, heading.none_en, 'None') as member_label_en,
    sum.accounts,
    sum.scored_accounts,
    sum.accounts - sum.scored_accounts as unknown_accounts,
    cast(sum.arr as decimal(18, 4)) as arr,
    cast(sum.seats as bigint) as seats,
    sum.arr_weighted_health,
    sum.seat_weighted_health,
    sum.mean_health,
    sum.median_health,
    sum.worst_account_id,
    worst.name as worst_name,
    sum.worst_health,
    sum.accounts_at_risk,
    cast(sum.arr_at_risk as decimal(18, 4)) as arr_at_risk,
    cast(sum.arr_at_risk / nullif(sum.arr, 0) as double) as arr_at_risk_share,
    cast(sum.scored_arr / nullif(sum.arr, 0) as double) as arr_scored_share,
    cast(sum.scored_seats / nullif(sum.seats, 0) as double) as seats_scored_share,
    sum.accounts_without_arr,
    sum.accounts_without_seats,
    sum.mean_coverage,
    change.mean_change_30d,
    change.mean_change_90d,
    change.mean_change_365d,
    change.arr_weighted_change_30d,
    change.arr_weighted_change_90d,
    change.arr_weighted_change_365d
from score.rollup sum
left join change on change.dimension = sum.dimension and change.member is not distinct from sum.member
left join word heading on heading.dimension = sum.dimension and heading.member is null
left join word on word.dimension = sum.dimension and word.member = sum.member
left join account on sum.dimension in ('parent', 'children') and account.account_id = sum.member
left join account worst on worst.account_id = sum.worst_account_id
where sum.as_of = $1
order by
    heading.position nulls last,
    sum.dimension,
    case when sum.dimension = 'cohort' then sum.member end nulls last,
    sum.arr_at_risk desc nulls last,
    sum.mean_health nulls last,
    sum.member nulls last
