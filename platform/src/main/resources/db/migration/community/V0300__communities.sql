CREATE SCHEMA community;

CREATE TABLE community.community (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    name       text NOT NULL,
    short_name text NOT NULL,
    position   int  NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, name)
);
SELECT lib.protect('community.community');

-- A school belongs to at most one community on any day (每所小学恰属一个共同体).
CREATE TABLE community.membership (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    school    uuid NOT NULL,
    community uuid NOT NULL,
    role      text NOT NULL CHECK (role IN ('LEAD', 'MEMBER')),
    from_day  date NOT NULL,
    to_day    date CHECK (to_day >= from_day),
    PRIMARY KEY (district, school, from_day),
    FOREIGN KEY (district, community) REFERENCES community.community (district, id),
    CONSTRAINT one_community_a_day EXCLUDE USING gist
        (district WITH =, school WITH =, daterange(from_day, to_day, '[]') WITH &&),
    CONSTRAINT one_lead_a_day EXCLUDE USING gist
        (district WITH =, community WITH =, daterange(from_day, to_day, '[]') WITH &&) WHERE (role = 'LEAD')
);
SELECT lib.protect('community.membership');

CREATE TABLE community.subject_group (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    community uuid NOT NULL,
    subject   text NOT NULL,
    from_day  date NOT NULL,
    to_day    date CHECK (to_day >= from_day),
    PRIMARY KEY (district, community, subject, from_day),
    FOREIGN KEY (district, community) REFERENCES community.community (district, id),
    CONSTRAINT one_group_a_day EXCLUDE USING gist
        (district WITH =, community WITH =, subject WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('community.subject_group');

CREATE TABLE community.weak_subject (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    community uuid NOT NULL,
    school    uuid NOT NULL,
    subject   text NOT NULL,
    from_day  date NOT NULL,
    to_day    date CHECK (to_day >= from_day),
    PRIMARY KEY (district, community, school, subject, from_day),
    FOREIGN KEY (district, community) REFERENCES community.community (district, id),
    CONSTRAINT weak_once_a_day EXCLUDE USING gist (district WITH =, community WITH =, school WITH =, subject WITH =,
        daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('community.weak_subject');
