-- One row a member and level that some account of it has.
insert into score.rollup_level (as_of, dimension, member, level, position, at_risk, accounts, arr, seats)
select {as_of}, dimension, member, level, min(position), bool_or(at_risk), count(*), sum(arr), sum(seats)
from rollup_member
group by dimension, member, level
order by dimension, member nulls last, min(position) nulls last, level
