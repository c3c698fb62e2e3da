-- Makes usage events from the state of each account and month. Chance is a hash of the seed, the account, the day and
-- what is decided, so that an event never depends on what else is generated.
create table day (day date not null, rhythm double not null);

create table account_month (
    account  integer not null,
    tenant   varchar not null,      -- without the prefix t-
    month    date not null,
    pool     integer not null,      -- users who work with the product: numbers 1 to pool
    sessions double not null,       -- on an ordinary working day
    breadth  integer not null       -- how many features are in use, from the front of the list below
);

-- Evenly distributed, 0 up to 1.
create macro chance(what, a, b, c, d) as (hash(what, a, b, c, d) >> 11) / 9007199254740992.0;

create macro feature(position) as
    ['project_view', 'task_update', 'chat_post', 'file_upload', 'gantt_edit', 'report_export', 'api_call'][position];

create macro events(seed, first_day, last_day) as table
with account_day as (
    select account, tenant, pool, breadth, day.day,
           -- some days are busier than others; what remains of a session is a matter of chance
           floor(sessions * rhythm * (0.6 + 0.8 * chance('busy', seed, account, day.day, 0))
               + chance('rest', seed, account, day.day, 0))::integer as sessions
    from account_month join day on date_trunc('month', day.day) = month
    where day.day between first_day and last_day
    union all
    -- the vendor's own demonstrations
    select 0, 'demo', 1, 7, day.day, 1 from day where day.day between first_day and last_day and rhythm > 1
), session as (
    select *, unnest(range(sessions)) as session from account_day
), visit as (
    select account, tenant, day, session, breadth,
           -- the first users are the keenest; some users never come (see ProductFiles.IDLER)
           1 + floor(pool * pow(chance('user', seed, account, day, session), 1.25))::integer as user_number,
           day + to_seconds((8 * 3600 + floor(5.5 * 3600 * (chance('morning', seed, account, day, session)
               + chance('evening', seed, account, day, session))))::bigint) as opened_at,
           1 + least(9, floor(-1.9 * ln(1 - chance('length', seed, account, day, session))))::integer as actions
    from session
), action as (
    select *, unnest(range(actions + 1))::tinyint as action from visit where user_number % 29 <> 17
), ordered as (
    -- narrow, since the sort holds a whole file's rows; the words are put in behind it
    select account, tenant, user_number,
           opened_at + to_seconds((action * 240
               + floor(200 * chance('pause', seed, account, day, session * 16 + action)))::bigint) as occurred_at,
           case when action > 0
                then 1 + floor(breadth * pow(chance('feature', seed, account, day, session * 16 + action), 1.6)) end::tinyint
               as feature_number,
           case when action > 0
                then 10 * (2 + floor(pow(chance('seconds', seed, account, day, session * 16 + action), 2) * 60))
                else 5 end::smallint as seconds
    from action
    order by occurred_at, account, session, action
)
select 't-' || tenant as tenant_id,
       printf('%s-%03d', tenant, user_number) as user_id,
       occurred_at,
       coalesce(feature(feature_number), 'login') as event,
       seconds::double as seconds
from ordered;
