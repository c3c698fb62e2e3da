-- What the extracts at hand have read so far, in a database of its own that lives in memory: an extract that did not
-- land is read again, so that nothing here is worth the disk. Each stream has a table of records, and one of rows that
-- could not be read as records.
attach ':memory:' as stage;
create schema stage.record;
create schema stage.broken;
-- Where earlier versions of Kenshin kept them.
drop table if exists landing.stage;
drop table if exists landing.broken;
