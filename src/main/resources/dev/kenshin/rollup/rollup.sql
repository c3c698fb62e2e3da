-- One row a member. What has no weight takes no part in a weighted mean, which is empty where nothing has any.
insert into score.rollup (
    as_of, dimension, member, accounts, scored_accounts, arr, seats, scored_arr, scored_seats, accounts_without_arr,
    accounts_without_seats, mean_health, arr_weighted_health, seat_weighted_health, median_health, worst_account_id,
    worst_health, accounts_at_risk, arr_at_risk, mean_coverage
)
select
    {as_of},
    dimension,
    member,
    count(*),
    count(health),
    sum(arr),
    sum(seats),
    case when sum(arr) is not null then coalesce(sum(arr) filter (where health is not null), 0) end,
    case when sum(seats) is not null then coalesce(sum(seats) filter (where health is not null), 0) end,
    count(*) filter (where arr is null),
    count(*) filter (where seats is null),
    sum(points) / count(points) / 1e12,
    sum(arr_weight * points) / sum(arr_weight) / 1e12,
    sum(seat_weight * points) / sum(seat_weight) / 1e12,
    median(health),
    (min(row(health, account_id)) filter (where health is not null))[2],
    min(health),
    count(*) filter (where at_risk),
    case when sum(arr) is not null then coalesce(sum(arr) filter (where at_risk), 0) end,
    sum(cast(round(coverage * 1e12) as hugeint)) / count(*) / 1e12
from rollup_member
group by dimension, member
order by dimension, member nulls last
