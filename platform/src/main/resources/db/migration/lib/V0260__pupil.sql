-- A pupil, by a key that says nothing: the type by which the catalogue knows pupil data (docs/decisions/0025). A table with a
-- column of this type hangs on a purpose and on a clock, and only a store that was given access to pupils reads it.
CREATE DOMAIN lib.pupil AS uuid;
