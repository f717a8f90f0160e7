-- The line under which the public asks the bureau; no person's number, and so not sealed.
CREATE TABLE disclosure.contact (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    line     text NOT NULL CHECK (line <> ''),
    PRIMARY KEY (district)
);
SELECT lib.protect('disclosure.contact');
