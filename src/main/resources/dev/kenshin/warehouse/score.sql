-- Health and its components as computed, a row an account and as-of date; replaced as a whole by a new revision.
create schema if not exists score;
create table if not exists score.account_health (
    as_of         date not null,
    account_id    varchar not null,
    scorecard     varchar,
    scorecard_hash varchar,
    health        double,
    health_before_overrides double,
    level         varchar not null,
    coverage      double not null,
    override_rule varchar,
    override_reason_ja varchar,
    override_reason_en varchar,
    driver_1_ja varchar, driver_2_ja varchar, driver_3_ja varchar,
    driver_1_en varchar, driver_2_en varchar, driver_3_en varchar,
    move_1_ja   varchar, move_2_ja   varchar, move_3_ja   varchar,
    move_1_en   varchar, move_2_en   varchar, move_3_en   varchar
);
create table if not exists score.health_component (
    as_of            date not null,
    account_id       varchar not null,
    position         integer not null,
    component_group  varchar not null,
    metric           varchar not null,
    value            double,
    text             varchar,
    score            double,
    weight           double not null,
    effective_weight double not null,
    contribution     double not null,
    status           varchar not null,
    data_age_days    integer
);
create table if not exists score.segment (
    as_of      date not null,
    account_id varchar not null,
    segment    varchar not null,
    class      varchar not null
);
-- Which snapshots were computed afterwards instead of by their night.
create table if not exists score.backfill (
    as_of       date not null,
    known_at    timestamp,              -- UTC: only what had landed by then was known; null: all that has landed
    request     varchar not null,       -- what was asked for, and the configuration's hash
    run         varchar not null,
    computed_at timestamp not null,     -- UTC
    unfinished  boolean not null,       -- the backfill has not come to its end yet
    published   boolean not null        -- histories that were published since then show it
);
-- Many accounts as one row, as it was told that night; a member is null where accounts have none, and in total.
create table if not exists score.rollup (
    as_of                  date not null,
    dimension              varchar not null,
    member                 varchar,
    accounts               bigint not null,
    scored_accounts        bigint not null,
    arr                    decimal(38, 4),      -- null: of no account known
    seats                  hugeint,
    scored_arr             decimal(38, 4),      -- of accounts with a health; null only where arr is
    scored_seats           hugeint,
    accounts_without_arr   bigint not null,
    accounts_without_seats bigint not null,
    mean_health            double,
    arr_weighted_health    double,
    seat_weighted_health   double,
    median_health          double,
    worst_account_id       varchar,
    worst_health           double,
    accounts_at_risk       bigint not null,
    arr_at_risk            decimal(38, 4),
    mean_coverage          double not null
);
create table if not exists score.rollup_level (
    as_of     date not null,
    dimension varchar not null,
    member    varchar,
    level     varchar not null,
    position  integer,                          -- from the worst level; null: unknown, or of no card of that night
    at_risk   boolean not null,
    accounts  bigint not null,
    arr       decimal(38, 4),
    seats     hugeint
);
-- What later releases keep besides: empty in the rows of earlier nights.
alter table score.account_health add column if not exists confidence double;
alter table score.health_component add column if not exists of_metric varchar;
alter table score.health_component add column if not exists per_metric varchar;
alter table score.health_component add column if not exists per_value double;
alter table score.health_component add column if not exists freshness double;
-- Who moved most, up and down, since an earlier snapshot; computed with each snapshot that is published.
create table if not exists score.mover (
    as_of         date not null,
    period        varchar not null,     -- previous, 7d, 30d
    since         date not null,        -- the snapshot that it is compared with
    direction     varchar not null,     -- up, down
    rank          integer not null,     -- 1: moved most
    account_id    varchar not null,
    health_before double not null,
    health        double not null,
    level_before  varchar not null,
    level         varchar not null,
    reason_ja     varchar not null,
    reason_en     varchar not null
);
-- What scorecards score besides the one that decides an account's health: the same columns behind one of their own. Columns that
-- later releases add to the tables above have to be added to these as well.
create table if not exists score.scorecard_health as
    select cast(null as varchar) as kind, * from score.account_health limit 0;  -- kind: further, or shadow (kept but not shown)
create table if not exists score.scorecard_component as
    select cast(null as varchar) as scorecard, * from score.health_component limit 0;
-- How old the data behind each metric were, so that a date can be scored anew from what is kept.
create table if not exists score.data_age (
    as_of         date not null,
    metric        varchar not null,
    data_age_days integer                -- null: no dated source feeds the metric; 2147483647: there are no data
);
alter table score.account_health add column if not exists level_by_health varchar;
alter table score.account_health add column if not exists level_readings integer;
alter table score.account_health add column if not exists level_held_ja varchar;
alter table score.account_health add column if not exists level_held_en varchar;
alter table score.account_health add column if not exists computed_health double;
alter table score.account_health add column if not exists computed_level varchar;
alter table score.account_health add column if not exists manual_author varchar;
alter table score.account_health add column if not exists manual_reason varchar;
alter table score.account_health add column if not exists manual_set_on date;
alter table score.account_health add column if not exists manual_expires_on date;
alter table score.account_health add column if not exists risk_level varchar;
alter table score.account_health add column if not exists risk_reason_ja varchar;
alter table score.account_health add column if not exists risk_reason_en varchar;
alter table score.scorecard_health add column if not exists level_by_health varchar;
alter table score.scorecard_health add column if not exists level_readings integer;
alter table score.scorecard_health add column if not exists level_held_ja varchar;
alter table score.scorecard_health add column if not exists level_held_en varchar;
alter table score.scorecard_health add column if not exists computed_health double;
alter table score.scorecard_health add column if not exists computed_level varchar;
alter table score.scorecard_health add column if not exists manual_author varchar;
alter table score.scorecard_health add column if not exists manual_reason varchar;
alter table score.scorecard_health add column if not exists manual_set_on date;
alter table score.scorecard_health add column if not exists manual_expires_on date;
alter table score.scorecard_health add column if not exists risk_level varchar;
alter table score.scorecard_health add column if not exists risk_reason_ja varchar;
alter table score.scorecard_health add column if not exists risk_reason_en varchar;
-- Rules that raised the risk of an account beside its health, and since which snapshot they have done so without a break.
create table if not exists score.escalation (
    as_of      date not null,
    account_id varchar not null,
    rule       varchar not null,
    raised_to  varchar not null,
    reason_ja  varchar not null,
    reason_en  varchar not null,
    since      date not null
);
-- How the data of each source stood, so that a score can tell which of them were stale; usage sources have one stream, events.
create table if not exists score.source_age (
    as_of    date not null,
    source   varchar not null,
    stream   varchar not null,
    status   varchar not null,          -- fresh, stale, unavailable
    age_days integer                    -- null: there are no data, or no date that tells
);
alter table score.account_health add column if not exists source_age_days integer;
alter table score.account_health add column if not exists stale_sources varchar;
alter table score.account_health add column if not exists source_status varchar;
alter table score.scorecard_health add column if not exists source_age_days integer;
alter table score.scorecard_health add column if not exists stale_sources varchar;
alter table score.scorecard_health add column if not exists source_status varchar;
