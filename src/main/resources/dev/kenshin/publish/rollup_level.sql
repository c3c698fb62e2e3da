-- How many accounts of each member are at which level, from the worst. $1 is the as-of date; "word" is as in rollup.sql.
with account as (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
),
word as (
    {words}
)
select
    part.as_of,
    part.dimension,
    coalesce(heading.label_ja, part.dimension) as dimension_label_ja,
    coalesce(heading.label_en, part.dimension) as dimension_label_en,
    part.member,
    coalesce(word.label_ja, account.name, part.member, heading.none_ja, 'なし') as member_label_ja,
    coalesce(word.label_en, account.name, part.member, heading.none_en, 'None') as member_label_en,
    part.level,
    part.at_risk,
    part.accounts,
    part.accounts / whole.accounts as accounts_share,
    cast(part.arr as decimal(18, 4)) as arr,
    cast(part.arr / nullif(whole.arr, 0) as double) as arr_share,
    cast(part.seats as bigint) as seats
from score.rollup_level part
join score.rollup whole
    on whole.as_of = part.as_of
    and whole.dimension = part.dimension
    and whole.member is not distinct from part.member
left join word heading on heading.dimension = part.dimension and heading.member is null
left join word on word.dimension = part.dimension and word.member = part.member
left join account on part.dimension in ('parent', 'children') and account.account_id = part.member
where part.as_of = $1
order by heading.position nulls last, part.dimension, part.member nulls last, part.position nulls last, part.level
