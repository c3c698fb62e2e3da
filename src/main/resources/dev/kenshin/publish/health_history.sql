-- Every snapshot up to the as-of date $1. What is later does not exist for it.
select as_of, account_id, health, level, coverage, scorecard
from score.account_health
where as_of <= $1
order by as_of, account_id
