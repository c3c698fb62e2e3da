-- Who moved most. $1 is the as-of date.
select
    mover.as_of,
    mover.period,
    mover.since,
    mover.direction,
    mover.rank,
    mover.account_id,
    account.name,
    account.owner,
    mover.level_before,
    mover.level,
    mover.health_before,
    mover.health,
    mover.health - mover.health_before as change,
    mover.reason_ja,
    mover.reason_en
from score.mover
left join (
    select distinct on (account_id) account_id, name, owner from model.account order by account_id, mapping, record_key
) account on account.account_id = mover.account_id
where mover.as_of = $1
order by case mover.period when 'previous' then 0 when '7d' then 1 else 2 end, mover.direction, mover.rank
