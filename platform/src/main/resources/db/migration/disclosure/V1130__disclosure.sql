CREATE SCHEMA disclosure;

-- What the public reads. Written by one person and published by another; the database asks for it too.
CREATE TABLE disclosure.publication (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid NOT NULL,
    number         text NOT NULL DEFAULT '',
    category       text NOT NULL CHECK (category IN ('POLICY', 'COMMUNITIES', 'APPRAISAL', 'GRANTS', 'OTHER')),
    title          text NOT NULL,
    body           text NOT NULL,
    topic          text NOT NULL,
    theme          text NOT NULL,
    way            text NOT NULL,
    reach          text NOT NULL,
    issuer         text NOT NULL,
    issued_on      date NOT NULL,
    state          text NOT NULL CHECK (state IN ('DRAFT', 'WAITING', 'PUBLISHED', 'WITHDRAWN')),
    edition        int  NOT NULL DEFAULT 1,
    written_by     uuid NOT NULL,
    written_name   text NOT NULL,
    written_on     date NOT NULL,
    submitted_by   uuid,
    submitted_name text,
    submitted_on   date,
    published_by   uuid,
    published_name text,
    published_on   date,
    withdrawn_by   uuid,
    withdrawn_name text,
    withdrawn_on   date,
    reason         text   NOT NULL DEFAULT '',
    -- Names that somebody looked at and let stand.
    cleared        text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (district, id),
    CONSTRAINT second_person CHECK (published_by IS NULL
        OR (submitted_by IS NOT NULL AND published_by <> submitted_by AND published_by <> written_by)),
    CONSTRAINT published_whole CHECK (state <> 'PUBLISHED' OR (published_by IS NOT NULL AND number <> '')),
    CONSTRAINT withdrawn_whole CHECK ((state = 'WITHDRAWN') = (withdrawn_by IS NOT NULL)),
    CONSTRAINT withdrawn_why CHECK (state <> 'WITHDRAWN' OR published_by IS NULL OR reason <> '')
);
CREATE UNIQUE INDEX publication_number ON disclosure.publication (district, number)
    WHERE number <> '' AND state = 'PUBLISHED';
CREATE INDEX publication_order ON disclosure.publication (district, issued_on DESC, id DESC);
CREATE INDEX publication_words ON disclosure.publication USING gin (
    (title || ' ' || number || ' ' || body) lib.gin_trgm_ops);
SELECT lib.protect('disclosure.publication');

-- What was public once stays what it was; it can be withdrawn and nothing else.
CREATE FUNCTION disclosure.stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.published_by IS NOT NULL AND (TG_OP = 'DELETE' OR OLD.state = 'WITHDRAWN' OR NEW.state <> 'WITHDRAWN'
        OR (NEW.number, NEW.category, NEW.title, NEW.body, NEW.topic, NEW.theme, NEW.way, NEW.reach, NEW.issuer,
            NEW.issued_on, NEW.edition, NEW.published_by, NEW.cleared)
        IS DISTINCT FROM (OLD.number, OLD.category, OLD.title, OLD.body, OLD.topic, OLD.theme, OLD.way, OLD.reach,
            OLD.issuer, OLD.issued_on, OLD.edition, OLD.published_by, OLD.cleared)) THEN
        RAISE EXCEPTION 'publication % was public and stays as it is', OLD.id
            USING HINT = 'Withdraw it, and publish another.';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON disclosure.publication
    FOR EACH ROW EXECUTE FUNCTION disclosure.stays();

-- What was done to a publication, by whom: one line each, never changed.
CREATE TABLE disclosure.step (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    publication uuid NOT NULL,
    what        text NOT NULL CHECK (what IN ('WRITTEN', 'SUBMITTED', 'RETURNED', 'CLEARED', 'LOOKED', 'PUBLISHED',
                                              'WITHDRAWN')),
    words       text NOT NULL DEFAULT '',
    actor       uuid NOT NULL,
    actor_name  text NOT NULL,
    on_day      date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, publication) REFERENCES disclosure.publication (district, id)
);
CREATE INDEX step_publication ON disclosure.step (district, publication, id);
SELECT lib.protect('disclosure.step');

-- A person has looked at this very file and says that no personal data is in it.
CREATE TABLE disclosure.look (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    publication uuid NOT NULL,
    item        uuid NOT NULL,
    actor       uuid NOT NULL,
    actor_name  text NOT NULL,
    on_day      date NOT NULL,
    PRIMARY KEY (district, publication, item),
    FOREIGN KEY (district, publication) REFERENCES disclosure.publication (district, id)
);
SELECT lib.protect('disclosure.look');

-- 索引号: the unit's own part, and the number that comes next in its year.
CREATE TABLE disclosure.numbering (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    unit     text NOT NULL CHECK (unit <> ''),
    PRIMARY KEY (district)
);
SELECT lib.protect('disclosure.numbering');

CREATE TABLE disclosure.last_number (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    year     int  NOT NULL,
    number   int  NOT NULL,
    PRIMARY KEY (district, year)
);
SELECT lib.protect('disclosure.last_number');
