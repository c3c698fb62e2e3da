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
    sum(arr) filter (where health is not null),
    sum(seats) filter (where health is not null),
    count(*) filter (where arr is null),
    count(*) filter (where seats is null),
    sum(points) / count(points) / 1e9,
    sum(arr_weight * points) / sum(arr_weight) / 1e9,
    sum(seat_weight * points) / sum(seat_weight) / 1e9,
    median(health),
    (min(row(health, account_id)) filter (where health is not null))[2],
    min(health),
    count(*) filter (where at_risk),
    sum(arr) filter (where at_risk),
    sum(cast(round(coverage * 1e9) as hugeint)) / count(*) / 1e9
from rollup_member
group by dimension, member
order by dimension, member nulls last
