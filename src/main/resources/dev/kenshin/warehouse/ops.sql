-- What each night found when it looked at its sources.
create schema if not exists ops;
create table if not exists ops.source_status (
    as_of       date not null,
    source      varchar not null,
    stream      varchar not null,
    status      varchar not null,       -- fresh, stale (older data was used), unavailable
    data_date   date,                   -- the newest date in the data
    age_days    integer,                -- as-of date minus data date
    records     bigint,
    quarantined bigint,
    message_ja  varchar,
    message_en  varchar
);
-- What is in quarantine now, each row with what it is known by from night to night: the record's key; for a row that
-- could not be read, its text, since its place moves when somebody adds a row above it.
create view if not exists ops.quarantine_entry as
select *, case when mapping = '' and key = place then coalesce(nullif(value, ''), place) else key end as subject
from landing.quarantine;
-- Since when it is there. One row a stay: what left the quarantine and comes back begins another.
create table if not exists ops.quarantine_stay (
    origin      varchar not null,
    mapping     varchar not null,
    subject     varchar not null,
    field       varchar not null,
    code        varchar not null,
    first_seen  date not null,          -- as-of date of the first night that found it
    last_seen   date,                   -- of the last one; null while it is there
    resolved_on date,                   -- of the first night that no longer found it; null while it is there
    key         varchar not null,       -- as it was when it came
    place       varchar not null,
    value       varchar,
    reason_ja   varchar not null,
    reason_en   varchar not null
);
-- What came and went on each night, and how much was left.
create table if not exists ops.quarantine_night (
    as_of     date not null,
    added     bigint not null,
    resolved  bigint not null,
    remaining bigint not null
);
-- What each quality gate measured of each night, and what followed.
create table if not exists ops.gate (
    as_of       date not null,
    step        varchar not null,       -- that looked
    gate        varchar not null,
    code        varchar not null,
    subject     varchar not null,       -- a stream, mapping or usage source; scores, or records
    measured    double,                 -- null: there was nothing to compare with, or too little
    unit        varchar not null,       -- count, hours, index, points, ratio
    expected    double,                 -- what is usual; null: it is compared with nothing
    warn_above  double,                 -- null: never
    block_above double,
    outcome     varchar not null,       -- passed, warned, accepted, refused, blocked, not-measured
    message_ja  varchar not null,
    message_en  varchar not null
);
-- What the chunks of each step have kept, written by the very transactions that kept it; until the night has been reconciled.
create table if not exists ops.kept (
    step  varchar primary key,
    items bigint not null
);
-- What was counted twice, where it came from and where it went to.
create table if not exists ops.reconciliation (
    as_of      date not null,
    stage      varchar not null,        -- land, map, use, score, publish
    subject    varchar not null,        -- stream, mapping, usage source, scorecard, form of publication
    figure     varchar not null,
    expected   bigint not null,
    found      bigint not null,
    difference bigint not null          -- found minus expected
);
-- The night that the warehouse was worked on for last: one row, or none after a backfill, which is no night's work.
create table if not exists ops.occupant (
    job      varchar not null,
    night    date not null,              -- its as-of date
    revision bigint not null
);
