-- Reviews are only added. An import that is taken back says so by a row of its own: what was written of the term before it
-- does not hold any more.
ALTER TABLE register.review DROP CONSTRAINT review_became_check;
ALTER TABLE register.review ADD CONSTRAINT review_became_check
    CHECK (became IN ('BETTER', 'SAME', 'WORSE', 'TAKEN_BACK'));
