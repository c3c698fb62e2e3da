-- Every account of two snapshots, then ($1) and now ($2). "group" is filled with a query of as_of, account_id and class.
with day as (
    from (values (cast($1 as date)), (cast($2 as date))) day(as_of)
),
account as (
    select distinct on (account_id) * from model.account order by account_id, mapping, record_key
),
dated_contract as (
    select
        day.as_of,
        account_id,
        mrr,
        coalesce(starts_on, day.as_of) <= day.as_of as has_begun,
        has_begun and (least(churned_on, ends_on + 1) <= day.as_of) is not true as counts
    from model.contract cross join day
),
-- What is known of the contracts by each day; in force as account_health has it. An account without any is a customer from its start on.
contract as (
    select
        as_of,
        account_id,
        bool_or(has_begun) as begun,
        bool_or(counts) as in_force,
        sum(mrr) filter (where counts) * 12 as arr
    from dated_contract
    group by as_of, account_id
),
grouped as (
    {group}
),
state as (
    select
        health.as_of,
        account_id,
        coalesce(account.started_on <= health.as_of, true) and coalesce(contract.begun and contract.in_force, true)
            as customer,
        level,
        health,
        scorecard,
        coalesce(cast(contract.arr as double), 0) as arr,
        coalesce(grouped.class, '-') as class
    from score.account_health health
    left join account using (account_id)
    left join contract using (as_of, account_id)
    left join grouped using (as_of, account_id)
    where health.as_of in ($1, $2)
),
pair as (
    select
        coalesce(past.account_id, now.account_id) as account_id,
        now.health - past.health as change,
        past.account_id is not null as known_then,
        now.account_id is not null as known_now,
        past.customer as customer_then,
        past.level as level_then,
        past.health as health_then,
        past.scorecard as scorecard_then,
        past.arr as arr_then,
        past.class as class_then,
        now.customer as customer_now,
        now.level as level_now,
        now.health as health_now,
        now.scorecard as scorecard_now,
        now.arr as arr_now,
        now.class as class_now
    from (from state where as_of = $1) past
    full join (from state where as_of = $2) now using (account_id)
),
move as (
    select
        account_id,
        metric,
        coalesce(now.contribution, 0) - coalesce(past.contribution, 0) as points,
        past.value as value_then,
        past.per_value as per_then,
        past.text as text_then,
        now.value as value_now,
        now.per_value as per_now,
        now.text as text_now
    from (from score.health_component where as_of = $1) past
    full join (from score.health_component where as_of = $2) now using (account_id, metric)
),
reason as (
    select distinct on (account_id) move.*
    from move join pair using (account_id)
    where points * sign(change) > 0
    order by account_id, points * sign(change) desc, metric
)
select
    account_id,
    coalesce(account.name, account_id),
    account.owner,
    pair.known_then,
    pair.customer_then,
    pair.level_then,
    pair.health_then,
    pair.scorecard_then,
    pair.arr_then,
    pair.class_then,
    pair.known_now,
    pair.customer_now,
    pair.level_now,
    pair.health_now,
    pair.scorecard_now,
    pair.arr_now,
    pair.class_now,
    reason.metric,
    reason.value_then,
    reason.per_then,
    reason.text_then,
    reason.value_now,
    reason.per_now,
    reason.text_now,
    reason.points
from pair
left join account using (account_id)
left join reason using (account_id)
order by pair.change nulls last, account_id
