-- Records as they came, in versions. A record that did not change adds no row; a deletion adds a row without a body.
-- Versions count up within their stream, so that a mapping can say how far it followed it.
create schema if not exists landing;
create table if not exists landing.record (
    stream        varchar not null,     -- source.stream
    version_id    bigint not null,
    key           varchar not null,
    body          varchar,              -- the record as JSON, its fields in alphabetical order
    hash          uuid not null,        -- of the body, 128 bits
    place         varchar not null,     -- where it was found last: accounts.csv:14
    columns       varchar,              -- for worksheets: {"field": "D"}
    seen_at       timestamp not null,
    superseded_at timestamp,            -- null: the current version
    run           varchar not null,
    deleted       boolean not null
);
-- How far each stream got: the cursor of an incremental stream, and the last night that was read completely.
create table if not exists landing.stream (
    stream    varchar primary key,
    cursor    varchar,
    landed_on date,                     -- as-of date of the last extract that came to its end
    data_date date,                     -- the newest date in the stream's freshness column, none after landed_on
    records   bigint not null           -- that exist now
);
-- The newest as-of date of an extract that came to its end: landed_on moves back where an older night is computed.
alter table landing.stream add column if not exists newest_on date;
-- What the last full extract of a stream was made of, so that the same need not be read again.
create table if not exists landing.content (
    stream      varchar not null,
    fingerprint varchar not null,       -- of the files, and of all that decides how they are read
    extracted   bigint not null         -- rows read, readable or not
);
-- What could not become a row, and why.
create table if not exists landing.quarantine (
    origin    varchar not null,         -- source.stream, or the name of the usage source
    mapping   varchar not null,         -- empty where the record was broken before any mapping saw it
    key       varchar not null,
    place     varchar not null,
    field     varchar not null,
    value     varchar,
    code      varchar not null,
    reason_ja varchar not null,
    reason_en varchar not null,
    fix_ja    varchar not null,
    fix_en    varchar not null
);
-- How far each mapping has followed its stream, and the form of the mapping that did.
create table if not exists landing.mapped (
    mapping varchar primary key,
    hash    varchar not null,
    through bigint not null
);
-- Since when all that was known is still known; before, only what was known at the moments below. Empty where nothing was
-- thinned out.
create table if not exists landing.thinned (
    before timestamp not null           -- UTC
);
-- When the nights of the snapshots that were kept were due: what was known then can still be told.
create table if not exists landing.kept_moment (
    moment timestamp not null           -- UTC
);
-- How many records each full extract held, by as-of date, to tell what is usual. The last 60 days stay.
create table if not exists landing.volume (
    stream   varchar not null,
    as_of    date not null,
    records  bigint not null,           -- read, including those whose key came twice
    accepted boolean not null           -- a person has said that an unusual number is right: what was usual before is not
);
-- Which fields the records of each stream had, by as-of date, and what they held. The last 60 days stay.
create table if not exists landing.field (
    stream  varchar not null,
    as_of   date not null,
    field   varchar not null,
    looked  bigint not null,            -- records that were looked at
    present bigint not null,            -- of which so many had the field
    numbers bigint not null,            -- and so many of them a number in it, however written
    dates   bigint not null,
    flags   bigint not null,            -- true or false, yes or no
    lists   bigint not null,            -- JSON
    texts   bigint not null             -- anything else that is not blank
);
-- What the last extract of a stream held, so that it can be reconciled with what landed.
create table if not exists landing.extract (
    stream     varchar primary key,
    as_of      date not null,
    complete   boolean not null,        -- it held every record; else those since the last cursor
    extracted  bigint not null,         -- rows that the source gave, readable or not
    accounted  bigint not null          -- complete: of them, records whose key occurred again; else all that were kept or set aside
);
