-- 统一社会信用代码 (GB 32100) of the schools that have one of their own.
CREATE TABLE school.credit_code (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    code     text NOT NULL CHECK (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    PRIMARY KEY (district, school),
    UNIQUE (district, code),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id) ON DELETE CASCADE
);
SELECT lib.protect('school.credit_code');

-- 中小学课程代码 (JY/T 1001); several subjects of a district may be one course.
ALTER TABLE school.subject ADD COLUMN code text CHECK (code ~ '^[0-9]{2}$');
