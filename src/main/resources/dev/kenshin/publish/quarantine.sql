-- What could not become a row as of $1, since when, and what to do about it. A night that is computed late may find what
-- only later nights had found before; nothing is taken to have come after the night at hand.
select
    cast($1 as date) as as_of,
    now.origin,
    now.place,
    now.field,
    now.value,
    now.reason_ja,
    now.fix_ja,
    now.reason_en,
    now.fix_en,
    now.code,
    now.key,
    now.mapping,
    least(coalesce(stay.first_seen, cast($1 as date)), cast($1 as date)) as first_seen
from ops.quarantine_entry now
left join ops.quarantine_stay stay
    on stay.origin = now.origin and stay.mapping = now.mapping and stay.subject = now.subject
    and stay.field = now.field and stay.code = now.code and stay.resolved_on is null
order by now.origin, now.place, now.field, now.code, now.key, now.mapping, now.value, now.reason_ja
