-- All metrics of config/metrics for one as-of date, over the files of the night: what a person might write who had DuckDB
-- and no Kenshin. Run in the company's directory. Files in sample-data/plain are copies that DuckDB can read.

-- How people write things. What cannot be read is null.
create macro company_key(name) as lower(regexp_replace(name, '株式会社|有限会社|\(株\)|\(有\)|\s', '', 'g'));
create macro yen(written) as
    case when written like '△%' then -1 else 1 end
    * try_cast(regexp_replace(written, '[^0-9.]', '', 'g') as decimal(18, 4))
    * case when written like '%万%' then 10000 else 1 end;
create macro hours(written) as round(case
    when written like '%:%' then split_part(written, ':', 1)::double + split_part(written, ':', 2)::double / 60
    when written like '%分' then replace(written, '分', '')::double / 60
    else replace(written, '時間', '')::double end, 4)::decimal(18, 4);
create macro era_day(numbers) as
    try(make_date(2018 + numbers[1]::bigint, numbers[2]::bigint, numbers[3]::bigint));
create macro day(written) as
    case when regexp_matches(written, '^(令和|R)') then era_day(regexp_extract_all(written, '[0-9]+'))
    else try_cast(written as date) end;

create table account as
select 顧客番号 as account_id, company_key(会社名) as company, メールドメイン as email_domain, テナントID as tenant_id,
       day(利用開始日) as started_on
from read_csv('sample-data/plain/accounts.csv', all_varchar = true);

-- Accounts of the same name cannot be told apart.
create table company as
select company, any_value(account_id) as account_id from account group by company having count(*) = 1;

create table tenant as
select account_id, tenant_id from account where tenant_id is not null
union all
select account_id, source_value from 'sample-data/product/tenants-crosswalk.csv';

create table contract as
select 顧客番号 as account_id, 契約番号 as contract_id, day(契約開始日) as starts_on, day(契約終了日) as ends_on,
       day(更新日) as renews_on, ライセンス数::bigint as seats, yen(月額) as mrr, day(解約日) as churned_on
from read_csv('sample-data/plain/contracts.csv', all_varchar = true)
where day(契約開始日) <= date '{as_of}';

create view contract_in_force as
from contract
where (ends_on is null or ends_on >= date '{as_of}') and (churned_on is null or churned_on > date '{as_of}');

create table app_user as
select account_id, user_id, registered_at::date as registered_on, deactivated_at::date as deactivated_on
from read_csv('sample-data/product/users.csv') join tenant using (tenant_id)
where registered_at::date <= date '{as_of}';

create table ticket as
select coalesce(by_domain.account_id, by_name.account_id) as account_id, priority, satisfaction,
       timezone('Asia/Tokyo', created_at::timestamptz) as opened_at,
       timezone('Asia/Tokyo', solved_at::timestamptz) as closed_at
from 'sample-data/plain/tickets.jsonl'
left join account by_domain on by_domain.email_domain = split_part(requester.email, '@', 2)
left join company by_name on by_name.company = company_key(organization.name)
where timezone('Asia/Tokyo', created_at::timestamptz) < date '{as_of}' + 1;

create view open_ticket as from ticket where closed_at is null or closed_at >= date '{as_of}' + 1;

create table work as
select account_id, day(作業日) as worked_on, hours(作業時間) as hours, 作業区分 as kind
from read_csv('sample-data/plain/work.csv', all_varchar = true) join company on company = company_key(顧客名)
where day(作業日) <= date '{as_of}';

create table onboarding_step as
select 顧客番号 as account_id, 予定日 as due_on, 完了日 as completed_on
from 'sample-data/projects/onboarding.csv' where 予定日 <= date '{as_of}';

create table answer as
select account_id, day(回答日) as answered_on, try_cast(推奨度 as bigint) as score, 役割 as role
from read_csv('sample-data/plain/answers.csv', all_varchar = true) join company on company = company_key(会社名)
where day(回答日) <= date '{as_of}' and try_cast(推奨度 as bigint) between 0 and 10;

create table meeting as
select account_id, day(開催日) as held_on, 種別 as kind
from read_csv('sample-data/plain/meetings.csv', all_varchar = true) join company on company = company_key(会社名)
where day(開催日) <= date '{as_of}';

create table observation as
select account_id, 種別 as kind
from read_csv('sample-data/plain/observations.csv', all_varchar = true) join company on company = company_key(会社名)
where day(把握日) > date '{as_of}' - 180 and day(把握日) <= date '{as_of}'
  and (day(解消日) is null or day(解消日) > date '{as_of}');

create table upsell as
select account_id, yen(目標額) as target, yen(見込額) as forecast
from read_csv('sample-data/plain/upsell-targets.csv', all_varchar = true) join company on company = company_key(会社名)
where day(期限) is null or day(期限) >= date '{as_of}';

create view event as
select account_id, user_id, occurred_at::date as day, event, seconds
from 'sample-data/product/events/*.{format}' join tenant using (tenant_id)
where occurred_at < date '{as_of}' + 1;

create view usage_28d as
select account_id,
       count(distinct user_id) filter (where day > date '{as_of}' - 7) as active_users_7d,
       count(distinct user_id) as active_users_28d,
       count(distinct user_id) filter (where event = 'login') as login_users_28d,
       count(distinct day) as active_days_28d,
       count(*) as events_28d,
       sum(seconds) / 3600 as usage_hours_28d,
       count(distinct event) filter (where event <> 'login') as feature_breadth_28d,
       count(distinct (user_id, day)) as active_user_days_28d
from event where day > date '{as_of}' - 28 group by account_id;

create view usage_before as
select account_id, count(distinct user_id) as active_users_before, count(*) as events_before
from event where day > date '{as_of}' - 56 and day <= date '{as_of}' - 28 group by account_id;

create view activity as
select account_id, date '{as_of}' - max(day) as days_since_activity from event group by account_id;

create view users as
select account_id,
       count(distinct user_id) filter (where deactivated_on is null or deactivated_on > date '{as_of}') as deployed_users,
       count(distinct user_id) filter (where registered_on > date '{as_of}' - 28) as new_users_28d
from app_user group by account_id;

create view steps as
select account_id, count(*) as onboarding_steps_due,
       count(*) filter (where completed_on <= date '{as_of}') / count(*) as onboarding_progress,
       count(*) filter (where due_on < date '{as_of}' and (completed_on is null or completed_on > date '{as_of}'))
           as overdue_onboarding_steps
from onboarding_step group by account_id;

create view contracts as
select account_id, count(distinct contract_id) as contracts_begun,
       date '{as_of}' - min(starts_on) as days_since_first_contract
from contract group by account_id;

create view contracts_in_force as
select account_id, sum(seats) as contracted_seats, count(distinct contract_id) as contracts_active, sum(mrr) as mrr,
       min(coalesce(renews_on, ends_on)) filter (where coalesce(renews_on, ends_on) >= date '{as_of}')
           - date '{as_of}' as days_to_renewal
from contract_in_force group by account_id;

create view proposals as
select account_id, sum(target) as upsell_target, sum(coalesce(forecast, 0)) as upsell_forecast
from upsell group by account_id;

create view tickets as
select account_id,
       count(*) filter (where opened_at >= date '{as_of}' - 27) as tickets_28d,
       count(*) filter (where opened_at >= date '{as_of}' - 55 and opened_at < date '{as_of}' - 27) as tickets_before,
       count(*) filter (where opened_at >= date '{as_of}' - 89) as tickets_90d,
       count(*) filter (where opened_at >= date '{as_of}' - 27 and priority = 'urgent') as urgent_tickets_28d,
       avg(date_diff('minute', opened_at, closed_at))
           filter (where closed_at >= date '{as_of}' - 89 and closed_at < date '{as_of}' + 1) / 60 as resolution_hours_90d,
       avg(satisfaction)
           filter (where closed_at >= date '{as_of}' - 179 and closed_at < date '{as_of}' + 1) as satisfaction_180d,
       date '{as_of}' - max(opened_at)::date as days_since_ticket
from ticket group by account_id;

create view open_tickets as
select account_id, count(*) as open_tickets, avg(date '{as_of}' - opened_at::date) as open_ticket_days,
       date '{as_of}' - min(opened_at)::date as oldest_open_ticket_days
from open_ticket group by account_id;

create view services as
select account_id, sum(hours) as service_hours_90d,
       sum(hours) filter (where kind in ('コンサルティング', '導入支援')) as consulting_hours_90d,
       sum(hours) filter (where kind = 'トレーニング') as training_hours_90d
from work where worked_on > date '{as_of}' - 90 group by account_id;

create macro nps_of(score) as 100.0 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6)) / count(*);

create view voices as
select account_id, nps_of(score) as nps, count(*) as nps_answers_365d
from answer where answered_on > date '{as_of}' - 365 group by account_id;

create view voices_by_role as
select account_id, any_value(nps) filter (where role = '決裁者') as nps_decision_makers,
       any_value(nps) filter (where role = '管理者') as nps_administrators,
       any_value(nps) filter (where role = '利用者' and answers >= 2) as nps_users
from (
    select account_id, role, nps_of(score) as nps, count(*) as answers
    from answer where answered_on > date '{as_of}' - 365 group by account_id, role
) group by account_id;

create view last_voice as
select account_id, avg(score) filter (where answered_on = last_day) as last_nps_score,
       date '{as_of}' - any_value(last_day) as days_since_survey
from (select *, max(answered_on) over (partition by account_id) as last_day from answer) group by account_id;

create view meetings as
select account_id, date '{as_of}' - max(held_on) filter (where kind in ('定例', 'QBR')) as days_since_meeting,
       date '{as_of}' - max(held_on) as days_since_contact,
       count(*) filter (where kind in ('定例', 'QBR') and held_on > date '{as_of}' - 90) as meetings_90d
from meeting group by account_id;

create view observations as
select account_id, bool_or(kind = '競合利用') as competitor_in_use, bool_or(kind = '役員交代') as executive_changed,
       bool_or(kind = '担当者交代') as contact_changed, bool_or(kind = '定例なし') as no_regular_meeting
from observation group by account_id;

create table measured as
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
       coalesce(active_users_28d, 0) / active_users_before - 1 as usage_trend,
       coalesce(events_28d, 0) / events_before - 1 as events_trend,
       days_since_activity,
       coalesce(deployed_users, 0) as deployed_users,
       coalesce(new_users_28d, 0) as new_users_28d,
       coalesce(deployed_users, 0) / nullif(contracted_seats, 0) as deployment_rate,
       coalesce(active_users_28d, 0) / nullif(deployed_users, 0) as utilisation_rate,
       coalesce(login_users_28d, 0) / nullif(deployed_users, 0) as login_rate,
       onboarding_steps_due,
       onboarding_progress,
       coalesce(overdue_onboarding_steps, 0) as overdue_onboarding_steps,
       contracted_seats,
       coalesce(contracts_active, 0) as contracts_active,
       coalesce(contracts_begun, 0) as contracts_begun,
       coalesce(contracts_in_force.mrr, 0) as mrr,
       12 * coalesce(contracts_in_force.mrr, 0) as arr,
       coalesce(contracts_in_force.mrr, 0) / nullif(contracted_seats, 0) as mrr_per_seat,
       days_to_renewal,
       days_since_first_contract,
       case when started_on <= date '{as_of}' then date '{as_of}' - started_on else days_since_first_contract end
           as tenure_days,
       upsell_target,
       upsell_forecast,
       upsell_target - upsell_forecast as upsell_gap,
       upsell_forecast / nullif(upsell_target, 0) as upsell_attainment,
       coalesce(tickets_28d, 0) as tickets_28d,
       coalesce(tickets_90d, 0) as tickets_90d,
       coalesce(tickets_28d, 0) - coalesce(tickets_before, 0) as tickets_change_28d,
       coalesce(tickets_90d, 0) / nullif(contracted_seats, 0) as tickets_per_seat_90d,
       coalesce(urgent_tickets_28d, 0) as urgent_tickets_28d,
       coalesce(open_tickets, 0) as open_tickets,
       open_ticket_days,
       oldest_open_ticket_days,
       resolution_hours_90d,
       satisfaction_180d,
       days_since_ticket,
       case when active_users_28d > 0 then coalesce(days_since_ticket, tenure_days) end as support_silence_days,
       coalesce(service_hours_90d, 0) as service_hours_90d,
       coalesce(consulting_hours_90d, 0) as consulting_hours_90d,
       coalesce(training_hours_90d, 0) as training_hours_90d,
       coalesce(service_hours_90d, 0) / nullif(contracted_seats, 0) as service_hours_per_seat_90d,
       nps,
       nps_decision_makers,
       nps_administrators,
       nps_users,
       coalesce(nps_answers_365d, 0) as nps_answers_365d,
       last_nps_score,
       days_since_survey,
       days_since_meeting,
       days_since_contact,
       coalesce(meetings_90d, 0) as meetings_90d,
       coalesce(competitor_in_use, false)::int as competitor_in_use,
       coalesce(executive_changed, false)::int as executive_changed,
       coalesce(contact_changed, false)::int as contact_changed,
       coalesce(no_regular_meeting, false)::int as no_regular_meeting
from account
left join usage_28d using (account_id)
left join usage_before using (account_id)
left join activity using (account_id)
left join users using (account_id)
left join steps using (account_id)
left join contracts using (account_id)
left join contracts_in_force using (account_id)
left join proposals using (account_id)
left join tickets using (account_id)
left join open_tickets using (account_id)
left join services using (account_id)
left join voices using (account_id)
left join voices_by_role using (account_id)
left join last_voice using (account_id)
left join meetings using (account_id)
left join observations using (account_id);

copy (
    select date '{as_of}' as as_of, account_id, metric, value
    from (select account_id, columns(* exclude account_id)::double from measured)
    unpivot include nulls (value for metric in (columns(* exclude account_id)))
    order by account_id, metric
) to 'plain-metrics.csv';
