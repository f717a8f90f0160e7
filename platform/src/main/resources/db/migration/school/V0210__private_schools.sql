-- 民办学校 may be read as owing something else than public ones, so they are told apart.
ALTER TABLE school.school DROP CONSTRAINT school_kind_check;
ALTER TABLE school.school ADD CONSTRAINT school_kind_check
    CHECK (kind IN ('PRIMARY', 'NINE_YEAR', 'PRIVATE', 'TEACHING_POINT'));
