-- A person is found by name, by one character of it, or by its initials.
ALTER TABLE staff.person
    ADD COLUMN words  text,
    ADD COLUMN sound  text,
    ADD COLUMN pieces int[];
CREATE INDEX person_pieces ON staff.person USING gin (pieces);
CREATE INDEX person_not_findable ON staff.person (district, id) WHERE pieces IS NULL;
