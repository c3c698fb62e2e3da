-- What the night of $1 found when it looked at its sources.
select as_of, source, stream, status, data_date, age_days, records, quarantined, message_ja, message_en
from ops.source_status
where as_of = $1
order by source, stream, status
