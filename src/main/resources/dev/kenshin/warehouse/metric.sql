-- One row an account, metric and as-of date: the history of what was measured.
create schema if not exists metric;
create table if not exists metric.metric_value (
    as_of      date not null,
    account_id varchar not null,
    metric     varchar not null,
    value      double,                  -- null: unknown
    text       varchar                  -- the value of a text metric
);
