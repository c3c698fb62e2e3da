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
