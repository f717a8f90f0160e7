-- Why a school belongs to no community, or to more than one, for some days: a decision, never a tick.
CREATE TABLE community.coverage_exception (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    school      uuid NOT NULL,
    allows      text NOT NULL CHECK (allows IN ('NONE', 'SEVERAL')),
    from_day    date NOT NULL,
    to_day      date CHECK (to_day >= from_day),
    reason      text NOT NULL CHECK (reason <> ''),
    document    text NOT NULL CHECK (document <> ''),
    decided_by  text NOT NULL CHECK (decided_by <> ''),
    decided_on  date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('community.coverage_exception');

CREATE TABLE community.coverage_exception_end (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    exception   uuid NOT NULL,
    ended_on    date NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district, exception),
    FOREIGN KEY (district, exception) REFERENCES community.coverage_exception (district, id)
);
SELECT lib.protect('community.coverage_exception_end');
