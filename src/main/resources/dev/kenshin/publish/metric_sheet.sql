-- The metrics of "metric_value" side by side, one row an account. $1 is the as-of date; "metric" is filled with a column
-- for each metric that was measured.
with metric as (
    {words}
)
select cast($1 as date) as as_of, metric.account_id, account.name, metric.* exclude (account_id)
from metric
left join (
    select distinct on (account_id) account_id, name from model.account order by account_id, mapping, record_key
) account on account.account_id = metric.account_id
order by metric.account_id
