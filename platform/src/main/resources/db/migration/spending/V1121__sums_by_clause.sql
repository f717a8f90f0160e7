-- The sums by clause as well, so that what a clause cost is read like everything else. They are made anew from the payments:
-- whoever owns a table sees all its rows while the row-level security is not forced.
ALTER TABLE spending.expense NO FORCE ROW LEVEL SECURITY;
DROP TABLE spending.total;
CREATE TABLE spending.total (
    district  text   NOT NULL DEFAULT current_setting('jgt.district'),
    school    uuid   NOT NULL,
    year      int    NOT NULL,
    category  text   NOT NULL,
    source    text   NOT NULL CHECK (source IN ('OWN', 'GRANT')),
    clause    text   NOT NULL,
    approved  bigint NOT NULL,
    waiting   bigint NOT NULL,
    entries   int    NOT NULL,
    reversals int    NOT NULL,
    bare      int    NOT NULL,
    reasoned  int    NOT NULL,
    queued    int    NOT NULL,
    PRIMARY KEY (district, school, year, category, source, clause)
);
INSERT INTO spending.total
SELECT district, school, year, category, source, clause,
       coalesce(sum(fen) FILTER (WHERE state = 'APPROVED'), 0),
       coalesce(sum(fen) FILTER (WHERE state = 'WAITING' AND reverses IS NULL), 0),
       count(*) FILTER (WHERE state = 'APPROVED' AND reverses IS NULL),
       count(*) FILTER (WHERE state = 'APPROVED' AND reverses IS NOT NULL),
       count(*) FILTER (WHERE state = 'APPROVED' AND reverses IS NULL AND NOT reversed AND receipts = 0),
       count(*) FILTER (WHERE state = 'APPROVED' AND reverses IS NULL AND NOT reversed AND (over_budget OR over_share)),
       count(*) FILTER (WHERE state = 'WAITING')
FROM spending.expense
GROUP BY district, school, year, category, source, clause;
ALTER TABLE spending.expense FORCE ROW LEVEL SECURITY;
SELECT lib.protect('spending.total');
