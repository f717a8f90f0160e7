CREATE SCHEMA inspection;

-- 督查 of a school year: how often a school may be visited, and the time limits in working days. The last row of a year holds.
CREATE TABLE inspection.rule (
    district      text NOT NULL DEFAULT current_setting('jgt.district'),
    id            uuid NOT NULL,
    year          text NOT NULL,
    ceiling       int  NOT NULL CHECK (ceiling BETWEEN 0 AND 20),
    rectify_days  int  NOT NULL CHECK (rectify_days BETWEEN 1 AND 120),
    dispute_days  int  NOT NULL CHECK (dispute_days BETWEEN 1 AND 60),
    reply_days    int  NOT NULL CHECK (reply_days BETWEEN 1 AND 60),
    decision_days int  NOT NULL CHECK (decision_days BETWEEN 1 AND 60),
    appeal_days   int  NOT NULL CHECK (appeal_days BETWEEN 1 AND 60),
    ruling_days   int  NOT NULL CHECK (ruling_days BETWEEN 1 AND 60),
    document      text NOT NULL DEFAULT '',
    actor         uuid NOT NULL,
    actor_name    text NOT NULL,
    on_day        date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX rule_year ON inspection.rule (district, year, id);
SELECT lib.protect('inspection.rule');

-- A visit. Its day and state are those that its steps lead to; the school year is the one of its day.
CREATE TABLE inspection.inspection (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid NOT NULL,
    school         uuid NOT NULL,
    year           text NOT NULL,
    day            date NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('SCHEDULED', 'UNANNOUNCED')),
    state          text NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    about          text NOT NULL CHECK (about <> ''),
    over           text NOT NULL DEFAULT '',
    inspector      uuid NOT NULL,
    inspector_name text NOT NULL,
    on_day         date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX inspection_year ON inspection.inspection (district, year, day, id);
CREATE INDEX inspection_school ON inspection.inspection (district, school, day, id);
SELECT lib.protect('inspection.inspection');

CREATE TABLE inspection.inspection_step (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    inspection uuid NOT NULL,
    what       text NOT NULL CHECK (what IN ('MOVED', 'HELD', 'CANCELLED', 'REOPENED')),
    words      text NOT NULL,
    day        date,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, inspection) REFERENCES inspection.inspection (district, id)
);
CREATE INDEX inspection_step_inspection ON inspection.inspection_step (district, inspection, id);
SELECT lib.protect('inspection.inspection_step');

-- A line of the checklist, as the charter said it when the visit was planned.
CREATE TABLE inspection.point (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    inspection uuid NOT NULL,
    position   int  NOT NULL,
    clause     text NOT NULL,
    duty       text NOT NULL,
    name       text NOT NULL CHECK (name <> ''),
    PRIMARY KEY (district, id),
    UNIQUE (district, inspection, position),
    FOREIGN KEY (district, inspection) REFERENCES inspection.inspection (district, id)
);
SELECT lib.protect('inspection.point');

-- What was found at a line, with what the platform counted at that moment; said again it takes the place of the earlier one.
CREATE TABLE inspection.point_result (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    point      uuid NOT NULL,
    result     text NOT NULL CHECK (result IN ('CONFORMS', 'PARTLY', 'NOT', 'NOT_APPLICABLE')),
    note       text NOT NULL,
    counted    int,
    target     int,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, point) REFERENCES inspection.point (district, id)
);
CREATE INDEX point_result_point ON inspection.point_result (district, point, id);
SELECT lib.protect('inspection.point_result');

-- A draw of held activities: whoever takes the population, the seed and the rule gets the same draw.
CREATE TABLE inspection.sample (
    district   text   NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid   NOT NULL,
    school     uuid,
    community  uuid,
    first_day  date   NOT NULL,
    last_day   date   NOT NULL CHECK (last_day >= first_day),
    seed       bigint NOT NULL,
    size       int    NOT NULL CHECK (size BETWEEN 1 AND 100),
    population uuid[] NOT NULL,
    kinds      text[] NOT NULL,
    actor      uuid   NOT NULL,
    actor_name text   NOT NULL,
    on_day     date   NOT NULL,
    PRIMARY KEY (district, id),
    CHECK (num_nulls(school, community) = 1),
    CHECK (cardinality(population) = cardinality(kinds))
);
CREATE INDEX sample_school ON inspection.sample (district, school, id);
SELECT lib.protect('inspection.sample');

-- A record that was drawn, whose it is, and what it counted for on that day.
CREATE TABLE inspection.drawn (
    district text   NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid   NOT NULL,
    sample   uuid   NOT NULL,
    position int    NOT NULL,
    occasion uuid   NOT NULL,
    school   uuid   NOT NULL,
    kind     text   NOT NULL,
    held_on  date   NOT NULL,
    duties   text[] NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, sample, occasion),
    FOREIGN KEY (district, sample) REFERENCES inspection.sample (district, id)
);
CREATE INDEX drawn_school ON inspection.drawn (district, school, held_on);
SELECT lib.protect('inspection.drawn');

CREATE TABLE inspection.drawn_check (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    drawn      uuid NOT NULL,
    verdict    text NOT NULL CHECK (verdict IN ('GENUINE', 'UNTRUE', 'UNCLEAR')),
    note       text NOT NULL,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    CHECK (verdict = 'GENUINE' OR note <> ''),
    FOREIGN KEY (district, drawn) REFERENCES inspection.drawn (district, id)
);
CREATE INDEX drawn_check_drawn ON inspection.drawn_check (district, drawn, id);
SELECT lib.protect('inspection.drawn_check');
