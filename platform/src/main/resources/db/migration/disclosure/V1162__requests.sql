-- 依申请公开: somebody without an account asks for something. How they are reached is sealed, the receipt by which they look it
-- up is known by its blind index only, and after the time of keeping both go with the words; what is left is for the yearly report.
CREATE TABLE disclosure.request (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid NOT NULL,
    number         text NOT NULL CHECK (number <> ''),
    receipt        lib.blind_index,
    contact        lib.sealed,
    wanted         text NOT NULL,
    purpose        text NOT NULL DEFAULT '',
    way            text NOT NULL CHECK (way IN ('HERE', 'SENT')),
    asked_on       date NOT NULL,
    due            date NOT NULL,
    extension      text NOT NULL DEFAULT '',
    extended_by    uuid,
    extended_name  text,
    extended_on    date,
    kind           text CHECK (kind IN ('GIVEN', 'PARTLY', 'PUBLIC', 'REFUSED', 'ABSENT', 'ELSEWHERE')),
    answer         text NOT NULL DEFAULT '',
    answered_by    uuid,
    answered_name  text,
    answered_on    date,
    erased_on      date,
    PRIMARY KEY (district, id),
    UNIQUE (district, number),
    CONSTRAINT extended_whole CHECK ((extended_on IS NULL) = (extended_by IS NULL)),
    CONSTRAINT answered_whole CHECK ((kind IS NULL) = (answered_on IS NULL) AND (kind IS NULL) = (answered_by IS NULL)),
    CONSTRAINT erased_whole CHECK (CASE WHEN erased_on IS NULL
        THEN contact IS NOT NULL AND receipt IS NOT NULL AND wanted <> ''
        ELSE contact IS NULL AND receipt IS NULL AND wanted = '' AND purpose = '' AND answer = '' AND extension = '' END),
    CONSTRAINT erased_after CHECK (erased_on IS NULL OR answered_on IS NOT NULL)
);
CREATE UNIQUE INDEX request_receipt ON disclosure.request (district, receipt);
CREATE INDEX request_due ON disclosure.request (district, due, id) WHERE kind IS NULL;
CREATE INDEX request_answered ON disclosure.request (district, answered_on) WHERE erased_on IS NULL;
SELECT lib.protect('disclosure.request');

CREATE TABLE disclosure.last_request (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    year     int  NOT NULL,
    number   int  NOT NULL,
    PRIMARY KEY (district, year)
);
SELECT lib.protect('disclosure.last_request');
