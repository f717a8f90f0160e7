-- How somebody is reached; beside the person and not in the row, so that no list reads it by accident.
CREATE TABLE staff.phone (
    district    text            NOT NULL DEFAULT current_setting('jgt.district'),
    person      uuid            NOT NULL,
    phone       lib.sealed      NOT NULL,
    -- Finds the whole number; two people may share one.
    phone_index lib.blind_index NOT NULL,
    PRIMARY KEY (district, person),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
CREATE INDEX phone_whole ON staff.phone (district, phone_index);
SELECT lib.protect('staff.phone');
