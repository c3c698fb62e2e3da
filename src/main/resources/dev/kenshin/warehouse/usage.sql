-- Usage by account, user, day and event, as aggregated where the events lie; one part a file (or one for a database).
create schema if not exists usage;
