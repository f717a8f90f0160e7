-- What lay in the bin until its day is certified in the same way as data of pupils, for the school whose bin it was.
ALTER TABLE purpose.certificate ALTER COLUMN purpose DROP NOT NULL;
ALTER TABLE purpose.certificate ADD COLUMN school uuid;
ALTER TABLE purpose.certificate DROP CONSTRAINT certificate_cause_check;
ALTER TABLE purpose.certificate ADD CONSTRAINT certificate_cause_check
    CHECK (cause IN ('EVENT', 'CONSENT', 'PURPOSE', 'BIN'));
ALTER TABLE purpose.certificate ADD CONSTRAINT certificate_of_pupils_or_bin
    CHECK ((cause = 'BIN') = (purpose IS NULL) AND (purpose IS NULL OR school IS NULL));
CREATE INDEX certificate_bin ON purpose.certificate (district, school, line DESC) WHERE purpose IS NULL;
