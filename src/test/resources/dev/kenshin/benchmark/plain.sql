-- The metrics of config/metrics that come from the product's usage, its user list and the support desk, for one as-of
-- date, over the files of the night. Run in the company's directory.
create table account as
select 顧客番号 as account_id, テナントID as tenant_id, メールドメイン as email_domain
from read_csv('accounts-utf-8.csv', all_varchar = true);

create table tenant as
select account_id, tenant_id from account where tenant_id is not null
union all
select account_id, source_value from 'sample-data/product/tenants-crosswalk.csv';

-- All metrics of usage are made from this: as fine as the finest of them needs, and as small as it can be.
create table usage_daily as
select account_id, user_id, occurred_at::date as day, event,
       count(*) as events, sum(seconds::decimal(18, 4)) as seconds
from 'sample-data/product/events/*.{format}' join tenant using (tenant_id)
where occurred_at < date '{as_of}' + 1
group by all;

create table app_user as
select account_id, user_id, registered_at::date as registered_on, deactivated_at::date as deactivated_on
from read_csv('sample-data/product/users.csv') join tenant using (tenant_id)
where registered_at::date <= date '{as_of}';

create table ticket as
select account_id, priority, timezone('Asia/Tokyo', created_at::timestamptz) as opened_at,
       timezone('Asia/Tokyo', solved_at::timestamptz) as closed_at
from 'sample-data/support/tickets.jsonl'
join account on email_domain = split_part(requester.email, '@', 2)
where timezone('Asia/Tokyo', created_at::timestamptz) < date '{as_of}' + 1;

create view usage_28d as
select account_id,
       count(distinct user_id) filter (where day > date '{as_of}' - 7) as active_users_7d,
       count(distinct user_id) as active_users_28d,
       count(distinct user_id) filter (where event = 'login') as login_users_28d,
       count(distinct day) as active_days_28d,
       sum(events) as events_28d,
       sum(seconds) / 3600 as usage_hours_28d,
       count(distinct event) filter (where event <> 'login') as feature_breadth_28d,
       count(distinct (user_id, day)) as active_user_days_28d
from usage_daily where day > date '{as_of}' - 28 group by account_id;

create view usage_before as
select account_id, count(distinct user_id) as active_users, sum(events) as events
from usage_daily where day > date '{as_of}' - 56 and day <= date '{as_of}' - 28 group by account_id;

create view activity as
select account_id, date '{as_of}' - max(day) as days_since_activity from usage_daily group by account_id;

create view users as
select account_id,
       count(distinct user_id) filter (where deactivated_on is null or deactivated_on > date '{as_of}') as deployed_users,
       count(distinct user_id) filter (where registered_on > date '{as_of}' - 28) as new_users_28d
from app_user group by account_id;

create view tickets as
select account_id,
       count(*) filter (where opened_at >= date '{as_of}' - 27) as tickets_28d,
       count(*) filter (where opened_at >= date '{as_of}' - 89) as tickets_90d,
       count(*) filter (where opened_at >= date '{as_of}' - 27 and priority = 'urgent') as urgent_tickets_28d,
       count(*) filter (where closed_at is null or closed_at >= date '{as_of}' + 1) as open_tickets
from ticket group by account_id;

copy (
    select account_id,
           coalesce(active_users_7d, 0) as active_users_7d,
           coalesce(active_users_28d, 0) as active_users_28d,
           coalesce(login_users_28d, 0) as login_users_28d,
           coalesce(active_days_28d, 0) as active_days_28d,
           coalesce(events_28d, 0) as events_28d,
           coalesce(usage_hours_28d, 0) as usage_hours_28d,
           coalesce(feature_breadth_28d, 0) as feature_breadth_28d,
           active_user_days_28d,
           usage_hours_28d / nullif(active_users_28d, 0) as hours_per_user_28d,
           active_user_days_28d / 28 / nullif(active_users_28d, 0) as stickiness,
           coalesce(active_users_28d, 0) / nullif(coalesce(active_users, 0), 0) - 1 as usage_trend,
           coalesce(events_28d, 0) / nullif(coalesce(events, 0), 0) - 1 as events_trend,
           days_since_activity,
           coalesce(deployed_users, 0) as deployed_users,
           coalesce(new_users_28d, 0) as new_users_28d,
           coalesce(active_users_28d, 0) / nullif(deployed_users, 0) as utilisation_rate,
           coalesce(login_users_28d, 0) / nullif(deployed_users, 0) as login_rate,
           coalesce(tickets_28d, 0) as tickets_28d,
           coalesce(tickets_90d, 0) as tickets_90d,
           coalesce(urgent_tickets_28d, 0) as urgent_tickets_28d,
           coalesce(open_tickets, 0) as open_tickets
    from account
    left join usage_28d using (account_id)
    left join usage_before using (account_id)
    left join activity using (account_id)
    left join users using (account_id)
    left join tickets using (account_id)
    order by account_id
) to 'plain-metrics.csv';
