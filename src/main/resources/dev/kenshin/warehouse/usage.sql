-- Usage by account, user, day and event, as aggregated where the events lie.
create schema if not exists usage;
create sequence if not exists usage.part_id;
-- What was aggregated: a part is an event file, or the whole table of a database.
create table if not exists usage.part (
    part_id    integer not null,
    source     varchar not null,
    path       varchar not null,        -- relative to the configuration's base; the table's name for databases
    size       bigint not null,         -- bytes; 0 for databases
    modified   timestamp not null,      -- UTC; for databases the end of the last day that was asked for
    definition varchar not null,        -- columns, type and zone it was read with
    rejected   bigint not null          -- events without account, user or time, and lines that could not be read
);
-- Events by part and day: which days a part covers, and which days lie in several parts.
create table if not exists usage.part_day (
    part_id integer not null,
    day     date not null,
    events  bigint not null
);
create table if not exists usage.daily (
    part_id     integer not null,
    source      varchar not null,
    account_key varchar,                -- the account's name in the product
    user_id     varchar,
    day         date,
    event       varchar,
    events      integer not null,
    seconds     decimal(18,4)           -- decimal, so that sums do not depend on the order of the rows
);
-- Which account each key of a source stands for; keys that were not linked are absent.
create table if not exists usage.account_key (
    source      varchar not null,
    account_key varchar not null,
    account_id  varchar not null,
    shared      boolean not null        -- whether another key stands for the same account
);
-- Days of which several parts hold events: their rows are added up when they are read.
create table if not exists usage.shared_day (
    day date not null
);
-- Replaced whenever keys are linked, which every night does once all of its usage is aggregated.
create schema if not exists model;
create view if not exists model.usage_daily as
select k.account_id, d.user_id, d.day, d.event, d.events::bigint as events, d.seconds
from usage.daily d join usage.account_key k using (source, account_key);
-- The last night that aggregated each source.
create table if not exists usage.source (
    source        varchar primary key,
    aggregated_on date not null
);
