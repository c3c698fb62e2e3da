-- Every column and every metric, in the order of the tables. $1 is the as-of date.
select
    cast($1 as date) as as_of,
    table_name,
    column_name,
    label_ja,
    label_en,
    type,
    unit,
    meaning_ja,
    meaning_en
from (
    {words}
)
order by position
