-- What a feed's owner may wish besides: who reads its documents, fixed times of polls by a zone's clocks, hours without polls.
ALTER TABLE feeds ADD COLUMN reader INTEGER;
ALTER TABLE feeds ADD COLUMN cron TEXT;
ALTER TABLE feeds ADD COLUMN cron_zone TEXT;
ALTER TABLE feeds ADD COLUMN quiet_hours TEXT;
