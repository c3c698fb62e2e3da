-- What the quality gates measured in the night of $1; what did not pass stands first.
select as_of, outcome, gate, subject, measured, unit, expected, warn_above, block_above, message_ja, message_en, code
from ops.gate
where as_of = $1
order by array_position(['blocked', 'refused', 'accepted', 'warned', 'passed', 'not-measured'], outcome), step, code, subject
