-- How each account's health adds up. $1 is the as-of date; "word" is filled with the words of the scorecards.
select
    component.as_of,
    component.account_id,
    account.name,
    component.position,
    component.component_group,
    coalesce(word.group_ja, component.component_group) as group_label_ja,
    coalesce(word.group_en, component.component_group) as group_label_en,
    component.metric,
    coalesce(word.label_ja, component.metric) as label_ja,
    coalesce(word.label_en, component.metric) as label_en,
    component.value,
    component.text,
    word.unit,
    component.score,
    component.weight,
    component.effective_weight,
    component.contribution,
    component.status,
    component.data_age_days,
    component.freshness,
    component.of_metric,
    component.per_metric,
    component.per_value
from score.health_component component
join score.account_health health on health.as_of = component.as_of and health.account_id = component.account_id
left join (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
) account on account.account_id = component.account_id
left join (
    {words}
) word
    on word.scorecard = health.scorecard
    and word.metric = component.metric
    and (word.component_group = component.component_group or starts_with(word.metric, 'override:'))
where component.as_of = $1
order by component.account_id, component.position, component.component_group, component.metric
