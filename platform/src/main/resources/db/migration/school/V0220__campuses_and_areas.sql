-- A township's central school is told apart from other primary schools, and 完小 from 教学点.
ALTER TABLE school.school DROP CONSTRAINT school_kind_check;
ALTER TABLE school.school ADD CONSTRAINT school_kind_check
    CHECK (kind IN ('PRIMARY', 'CENTRAL', 'COMPLETE', 'TEACHING_POINT', 'NINE_YEAR', 'PRIVATE'));

-- Where a school teaches besides its main place. One that is a school of its own as well has the same name there.
CREATE TABLE school.campus (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    name     text NOT NULL,
    school   uuid NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('CAMPUS', 'COMPLETE', 'TEACHING_POINT')),
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    PRIMARY KEY (district, name, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    CONSTRAINT one_school_a_day EXCLUDE USING gist
        (district WITH =, name WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('school.campus');

-- The township a school lies in, and the cooperation zone it belonged to before there were communities.
CREATE TABLE school.area_membership (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('TOWNSHIP', 'ZONE')),
    area     text NOT NULL,
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    PRIMARY KEY (district, school, kind, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    CONSTRAINT one_area_a_day EXCLUDE USING gist
        (district WITH =, school WITH =, kind WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('school.area_membership');
