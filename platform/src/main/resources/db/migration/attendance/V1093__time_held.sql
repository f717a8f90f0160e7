-- From when to when it really was, as the host says at the end.
ALTER TABLE attendance.roll ADD COLUMN began time, ADD COLUMN ended time,
    ADD CHECK ((began IS NULL) = (ended IS NULL) AND ended > began);

-- Somebody's own record of training asks for what they came to.
CREATE INDEX arrival_of_person ON attendance.arrival (district, person) WHERE person IS NOT NULL AND state = 'SIGNED';
CREATE INDEX arrival_of_name ON attendance.arrival (district, name) WHERE person IS NULL AND state = 'SIGNED';
