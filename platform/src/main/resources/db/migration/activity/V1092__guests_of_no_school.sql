-- Researchers come for no school.
ALTER TABLE activity.invitee ALTER COLUMN school DROP NOT NULL;
