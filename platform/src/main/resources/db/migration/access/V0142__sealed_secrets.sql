-- What an authenticator program and this side both know is sealed. What lay here as it is gets sealed at the next start, since only
-- the application has the keys.
ALTER TABLE access.second_factor RENAME COLUMN secret TO unsealed;
ALTER TABLE access.second_factor ALTER COLUMN unsealed DROP NOT NULL;
ALTER TABLE access.second_factor ADD COLUMN secret lib.sealed;
ALTER TABLE access.second_factor ADD CHECK ((secret IS NULL) <> (unsealed IS NULL));
