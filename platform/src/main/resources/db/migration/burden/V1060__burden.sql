CREATE SCHEMA burden;

-- 填报用时: one row for a school, a week and a kind of form. Never of a person, and no row for a single form.
CREATE TABLE burden.spent (
    district text   NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid   NOT NULL,
    week     date   NOT NULL CHECK (extract(isodow FROM week) = 1),
    form     text   NOT NULL,
    forms    int    NOT NULL CHECK (forms > 0),
    seconds  bigint NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (district, school, week, form)
);
CREATE INDEX spent_week ON burden.spent (district, week);
SELECT lib.protect('burden.spent');
