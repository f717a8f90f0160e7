-- Where a place lies. Distances between places that nobody measured are estimated from this.
CREATE TABLE school.position (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    school    uuid NOT NULL,
    -- Empty: the school's main place.
    campus    text NOT NULL,
    latitude  numeric(8, 6) NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude numeric(9, 6) NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    PRIMARY KEY (district, school, campus),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id)
);
SELECT lib.protect('school.position');

-- How long the way from one place to another takes and how far it is. It holds the other way round too, unless that has a row.
CREATE TABLE school.journey (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    from_school uuid NOT NULL,
    from_campus text NOT NULL,
    to_school   uuid NOT NULL,
    to_campus   text NOT NULL,
    minutes     int  NOT NULL CHECK (minutes BETWEEN 0 AND 600),
    kilometres  numeric(5, 1) CHECK (kilometres >= 0),
    PRIMARY KEY (district, from_school, from_campus, to_school, to_campus),
    FOREIGN KEY (district, from_school) REFERENCES school.school (district, id),
    FOREIGN KEY (district, to_school) REFERENCES school.school (district, id),
    CHECK (from_school <> to_school OR from_campus <> to_campus)
);
SELECT lib.protect('school.journey');
