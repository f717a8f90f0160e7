-- Who sits where (三(一)5, 五(一)): leading groups, liaisons, subject guidance groups, each seat from a day to a day.
CREATE TABLE community.seat (
    district     text NOT NULL DEFAULT current_setting('jgt.district'),
    id           uuid NOT NULL,
    community    uuid NOT NULL,
    body         text NOT NULL CHECK (body IN ('LEADING_GROUP', 'LIAISONS', 'GUIDANCE_GROUP')),
    subject      text CHECK ((subject IS NOT NULL) = (body = 'GUIDANCE_GROUP')),
    office       text NOT NULL CHECK (office IN ('HEAD', 'DEPUTY', 'MEMBER')),
    person       uuid NOT NULL,
    -- The school the person sits for; liaisons sit for none.
    school       uuid CHECK ((school IS NULL) = (body = 'LIAISONS')),
    from_day     date NOT NULL,
    to_day       date CHECK (to_day >= from_day),
    document     text,
    -- The researcher who appointed a leader (由教研员指派).
    appointed_by uuid,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, community) REFERENCES community.community (district, id),
    UNIQUE NULLS NOT DISTINCT (district, community, body, subject, person, from_day),
    CONSTRAINT one_head_of_a_body_a_day EXCLUDE USING gist (district WITH =, community WITH =, body WITH =,
        (coalesce(subject, '')) WITH =, daterange(from_day, to_day, '[]') WITH &&) WHERE (office = 'HEAD'),
    CONSTRAINT one_seat_of_a_person_a_day EXCLUDE USING gist (district WITH =, community WITH =, body WITH =,
        (coalesce(subject, '')) WITH =, person WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('community.seat');

-- 专任教师数偏少的学科可以灵活安排: a decision with its reason, for one school or for the whole subject.
CREATE TABLE community.few_teachers (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    community   uuid NOT NULL,
    subject     text NOT NULL,
    school      uuid,
    from_day    date NOT NULL,
    to_day      date CHECK (to_day >= from_day),
    reason      text NOT NULL CHECK (reason <> ''),
    document    text NOT NULL CHECK (document <> ''),
    decided_by  text NOT NULL CHECK (decided_by <> ''),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, community) REFERENCES community.community (district, id)
);
CREATE INDEX few_teachers_community ON community.few_teachers (district, community);
SELECT lib.protect('community.few_teachers');
