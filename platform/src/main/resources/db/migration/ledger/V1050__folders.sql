CREATE SCHEMA ledger;

-- 迎检材料包: who ordered which folder, and what came of it. The file itself lies beside the evidence and goes after its time;
-- the row stays and names nobody but who ordered it.
CREATE TABLE ledger.folder (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    title      text        NOT NULL,
    duties     text[]      NOT NULL,
    term       text        NOT NULL,
    width      text        NOT NULL CHECK (width IN ('TERM', 'YEAR', 'ROUND')),
    first_day  date,
    last_day   date        CHECK (last_day >= first_day AND (first_day IS NULL) = (last_day IS NULL)),
    community  text        NOT NULL,
    school     text        NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('NAMELESS', 'INSPECTION', 'APPRAISAL', 'FILES')),
    small      boolean     NOT NULL,
    language   text        NOT NULL,
    account    uuid        NOT NULL,
    name       text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'WAITING'
               CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'FAILED', 'GONE')),
    done       int         NOT NULL DEFAULT 0,
    total      int         NOT NULL DEFAULT 0,
    files      int         NOT NULL DEFAULT 0,
    missing    int         NOT NULL DEFAULT 0,
    bytes      bigint      NOT NULL DEFAULT 0,
    sha256     text,
    -- When its maker last said how far it is: another server takes over what fell silent.
    beat_at    timestamptz,
    expires_on date        NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX folder_account ON ledger.folder (district, account, at DESC);
CREATE INDEX folder_going ON ledger.folder (district, state) WHERE state IN ('WAITING', 'RUNNING', 'DONE');
SELECT lib.protect('ledger.folder');
