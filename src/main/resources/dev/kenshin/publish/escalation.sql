-- What raised the risk of which account beside its health, the longest first. $1 is the as-of date.
select
    escalation.as_of,
    escalation.account_id,
    account.name,
    account.owner,
    health.level,
    health.risk_level,
    escalation.rule,
    escalation.raised_to,
    escalation.reason_ja,
    escalation.reason_en,
    escalation.since,
    cast(escalation.as_of - escalation.since as bigint) as days
from score.escalation escalation
join score.account_health health on health.as_of = escalation.as_of and health.account_id = escalation.account_id
left join (
    select distinct on (account_id) account_id, name, owner from model.account order by account_id, mapping, record_key
) account on account.account_id = escalation.account_id
where escalation.as_of = $1
order by escalation.since, escalation.account_id, escalation.rule
