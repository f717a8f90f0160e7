-- The host's campus, 完小 or teaching point where it was held, by its name; and its id where it is a school of its own, which
-- may then owe by itself (A16).
ALTER TABLE activity.occasion
    ADD COLUMN campus        text,
    ADD COLUMN campus_school uuid,
    ADD CONSTRAINT campus_of_a_host CHECK (campus IS NULL OR host IS NOT NULL),
    ADD CONSTRAINT school_is_a_campus CHECK (campus_school IS NULL OR campus IS NOT NULL);
