-- Who is expected at an occasion, in the order of coming. Whoever leaves keeps the row, with who ended it and when; somebody
-- who comes again gets another row, behind those who came meanwhile.
CREATE TABLE activity.invitee (
    district  text        NOT NULL DEFAULT current_setting('jgt.district'),
    occasion  uuid        NOT NULL,
    number    int         NOT NULL CHECK (number > 0),
    person    uuid        NOT NULL,
    -- For which the person comes.
    school    uuid        NOT NULL,
    way       text        NOT NULL CHECK (way IN ('INVITED', 'SIGNED_UP')),
    actor     uuid        NOT NULL,
    on_day    date        NOT NULL,
    at        timestamptz NOT NULL,
    left_by   uuid,
    left_on   date,
    left_at   timestamptz,
    PRIMARY KEY (district, occasion, number),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id),
    CHECK (num_nonnulls(left_by, left_on, left_at) IN (0, 3))
);
CREATE UNIQUE INDEX invitee_once ON activity.invitee (district, occasion, person) WHERE left_at IS NULL;
CREATE INDEX invitee_person ON activity.invitee (district, person, occasion);
SELECT lib.protect('activity.invitee');
