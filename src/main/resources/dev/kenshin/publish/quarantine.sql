-- What could not become a row as of $1, and what to do about it.
select
    cast($1 as date) as as_of,
    origin,
    place,
    field,
    value,
    reason_ja,
    fix_ja,
    reason_en,
    fix_en,
    code,
    key,
    mapping
from landing.quarantine
order by origin, place, field, code, key, mapping, value, reason_ja
