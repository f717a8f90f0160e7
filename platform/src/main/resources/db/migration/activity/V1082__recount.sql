-- What an earlier build handed to the duties does not say which papers an activity owes (报备, 审核): it is handed over again,
-- once, by a job. Whatever is written from now on is right from the beginning.
ALTER TABLE activity.occasion ADD COLUMN recount boolean NOT NULL DEFAULT true;
ALTER TABLE activity.occasion ALTER COLUMN recount SET DEFAULT false;
CREATE INDEX occasion_recount ON activity.occasion (district, id) WHERE recount;
