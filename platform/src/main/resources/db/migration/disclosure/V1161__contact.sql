-- The number under which the public asks the bureau.
CREATE TABLE disclosure.contact (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    phone    text NOT NULL CHECK (phone <> ''),
    PRIMARY KEY (district)
);
SELECT lib.protect('disclosure.contact');
