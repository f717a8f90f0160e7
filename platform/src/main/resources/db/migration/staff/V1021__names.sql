-- Records name people by their names.
CREATE INDEX person_name ON staff.person (district, name);
