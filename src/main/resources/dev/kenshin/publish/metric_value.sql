-- What was measured. $1 is the as-of date; "word" is filled with the words of the metrics.
select
    measured.as_of,
    measured.account_id,
    account.name,
    measured.metric,
    coalesce(word.label_ja, measured.metric) as label_ja,
    coalesce(word.label_en, measured.metric) as label_en,
    measured.value,
    measured.text,
    word.unit
from metric.metric_value measured
left join (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
) account on account.account_id = measured.account_id
left join (
    {words}
) word on word.metric = measured.metric
where measured.as_of = $1
order by measured.account_id, measured.metric
