-- The code by which a school finds the sheet on its own paper list: figures and letters, no name and no number of the state's.
ALTER TABLE purpose.consent ADD COLUMN code text NOT NULL CHECK (code ~ '^[0-9A-Z-]{1,10}$');
CREATE INDEX consent_list ON purpose.consent (district, purpose, school, code);
