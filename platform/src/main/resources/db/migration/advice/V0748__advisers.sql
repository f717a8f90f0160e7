CREATE SCHEMA advice;

-- 顾问名册: who advises which community, from when to when, invited by whom. No telephone number: a link needs none.
CREATE TABLE advice.adviser (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    community  uuid NOT NULL,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('MANAGEMENT', 'TEACHING', 'RESEARCH')),
    level      text NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'DISTRICT')),
    unit       text NOT NULL,
    titles     text NOT NULL DEFAULT '',
    invited_by text NOT NULL,
    document   text NOT NULL DEFAULT '',
    from_day   date NOT NULL,
    to_day     date CHECK (to_day >= from_day),
    PRIMARY KEY (district, id),
    UNIQUE (district, community, name, unit, from_day)
);
SELECT lib.protect('advice.adviser');

-- One link opens one occasion, or, without one, what became of the adviser's own recommendations.
CREATE TABLE advice.link (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid        NOT NULL,
    adviser     uuid        NOT NULL,
    occasion    uuid,
    token_hash  bytea       NOT NULL CHECK (octet_length(token_hash) = 32),
    last_day    date        NOT NULL,
    made_by     text        NOT NULL,
    made_on     date        NOT NULL,
    -- The one device on which it was opened.
    device_hash bytea       CHECK (octet_length(device_hash) = 32),
    opened_at   timestamptz CHECK ((opened_at IS NULL) = (device_hash IS NULL)),
    revoked_at  timestamptz,
    PRIMARY KEY (district, id),
    UNIQUE (district, token_hash),
    FOREIGN KEY (district, adviser) REFERENCES advice.adviser (district, id)
);
CREATE INDEX link_adviser ON advice.link (district, adviser, made_on);
SELECT lib.protect('advice.link');

-- What an adviser wrote about one occasion.
CREATE TABLE advice.visit (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    adviser    uuid NOT NULL,
    occasion   uuid NOT NULL,
    present_on date,
    seen       text NOT NULL DEFAULT '',
    diagnosis  text NOT NULL DEFAULT '',
    written_on date,
    PRIMARY KEY (district, id),
    UNIQUE (district, adviser, occasion),
    FOREIGN KEY (district, adviser) REFERENCES advice.adviser (district, id)
);
CREATE INDEX visit_occasion ON advice.visit (district, occasion);
SELECT lib.protect('advice.visit');

-- 建议: to a school, or to the community as a whole, which its lead school answers for.
CREATE TABLE advice.recommendation (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    id        uuid NOT NULL,
    visit     uuid NOT NULL,
    community uuid NOT NULL,
    school    uuid,
    words     text NOT NULL,
    given_on  date NOT NULL,
    answer_by date NOT NULL CHECK (answer_by >= given_on),
    -- Follows from the steps; kept so that a list can ask for it.
    standing  text NOT NULL DEFAULT 'GIVEN' CHECK (standing IN ('GIVEN', 'ADOPTED', 'PARTLY', 'DECLINED', 'DONE')),
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, visit) REFERENCES advice.visit (district, id)
);
CREATE INDEX recommendation_order ON advice.recommendation (district, given_on DESC, id DESC);
CREATE INDEX recommendation_visit ON advice.recommendation (district, visit);
CREATE INDEX recommendation_school ON advice.recommendation (district, school);
SELECT lib.protect('advice.recommendation');

-- 建议的去向: every answer stays, also one that was taken back.
CREATE TABLE advice.step (
    district       text        NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid        NOT NULL,
    recommendation uuid        NOT NULL,
    what           text        NOT NULL CHECK (what IN ('ADOPTED', 'PARTLY', 'DECLINED', 'DONE', 'TAKEN_BACK')),
    words          text        NOT NULL DEFAULT '',
    done_on        date        CHECK (done_on IS NULL OR what = 'DONE'),
    occasion       uuid        CHECK (occasion IS NULL OR what = 'DONE'),
    actor          uuid        NOT NULL,
    actor_name     text        NOT NULL,
    on_day         date        NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, recommendation) REFERENCES advice.recommendation (district, id)
);
CREATE INDEX step_recommendation ON advice.step (district, recommendation, id);
SELECT lib.protect('advice.step');
