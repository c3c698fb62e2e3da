-- Where "asked" holds the snapshots to describe and "recent" all rows that their trends look at: "earlier" is each account's
-- health so many days before, and "trend" how it went. A night may have been missed, so that the nearest snapshot counts
-- if it is near enough; of two that are equally near, the older. Sums are of whole numbers (thousand millionths of a
-- point), so that they do not depend on the order of the rows.
reference as (
    select distinct on (asked.as_of, lag.days) asked.as_of, lag.days, past.as_of as earlier
    from asked
    cross join (values (1, 0), (7, 1), (30, 3), (90, 7), (365, 7)) lag(days, tolerance)
    join (select distinct as_of from score.account_health) past
        on past.as_of between asked.as_of - lag.days - lag.tolerance and asked.as_of - lag.days + lag.tolerance
    order by asked.as_of, lag.days, abs(asked.as_of - lag.days - past.as_of), past.as_of
),
earlier as (
    select
        reference.as_of,
        account_id,
        max(health) filter (where days = 1) as health_1d,
        max(health) filter (where days = 7) as health_7d,
        max(health) filter (where days = 30) as health_30d,
        max(health) filter (where days = 90) as health_90d,
        max(health) filter (where days = 365) as health_365d
    from reference
    join score.account_health past on past.as_of = reference.earlier
    group by reference.as_of, account_id
),
reading as (
    select
        as_of,
        account_id,
        cast(as_of - date '2000-01-01' as hugeint) as x,
        cast(round(health * 1e9) as hugeint) as y
    from recent
    where health is not null
),
sums as (
    select
        as_of,
        account_id,
        count(*) over quarter as n,
        sum(x) over quarter as sx,
        sum(y) over quarter as sy,
        sum(x * x) over quarter as sxx,
        sum(x * y) over quarter as sxy,
        sum(y * y) over quarter as syy
    from reading
    window quarter as (
        partition by account_id order by as_of range between interval 89 days preceding and current row
    )
),
trend as (
    select
        as_of,
        account_id,
        30 * (n * sxy - sx * sy) / (n * sxx - sx * sx) / 1e9 as slope_90d,
        sqrt((n * syy - sy * sy) / (n * (n - 1))) / 1e9 as volatility_90d
    from sums
    where n >= 3
)
