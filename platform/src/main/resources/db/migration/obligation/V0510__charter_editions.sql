-- The text of a charter that a district has changed: whole, so that its file given out is what is in force. Never changed.
CREATE TABLE obligation.charter_edition (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid        NOT NULL,
    charter  text        NOT NULL,
    notice   text        NOT NULL,
    made_at  timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
REVOKE UPDATE, DELETE ON obligation.charter_edition FROM jgt_app;
SELECT lib.protect('obligation.charter_edition');

-- A change of one reading or one number from a day on, as one person has filled it in.
CREATE TABLE obligation.amendment (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid        NOT NULL,
    -- An open point read in another way, or a duty with another number.
    subject     text        NOT NULL,
    alternative text,
    number      int CHECK (number >= 1),
    from_day    date        NOT NULL,
    document    text        NOT NULL,
    decided_by  text        NOT NULL,
    proposed_by uuid        NOT NULL,
    proposed_at timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, id, proposed_by),
    CHECK ((alternative IS NULL) <> (number IS NULL))
);
REVOKE UPDATE, DELETE ON obligation.amendment FROM jgt_app;
SELECT lib.protect('obligation.amendment');

-- How it ended. Only somebody else confirms or turns it down; only who filled it in takes it back.
CREATE TABLE obligation.amendment_end (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    amendment   uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    reason      text        NOT NULL,
    proposed_by uuid        NOT NULL,
    ended_by    uuid        NOT NULL,
    ended_at    timestamptz NOT NULL,
    edition     uuid,
    PRIMARY KEY (district, amendment),
    FOREIGN KEY (district, amendment, proposed_by) REFERENCES obligation.amendment (district, id, proposed_by),
    FOREIGN KEY (district, edition) REFERENCES obligation.charter_edition (district, id),
    CONSTRAINT amendment_needs_a_second_person CHECK ((outcome = 'WITHDRAWN') = (ended_by = proposed_by)),
    CHECK ((outcome = 'CONFIRMED') = (edition IS NOT NULL))
);
REVOKE UPDATE, DELETE ON obligation.amendment_end FROM jgt_app;
SELECT lib.protect('obligation.amendment_end');
