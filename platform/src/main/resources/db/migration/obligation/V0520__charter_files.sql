-- A change may also be a whole file. Its text is kept as an edition that nothing uses before a second person confirms it.
ALTER TABLE obligation.amendment
    ADD COLUMN edition uuid,
    -- The charter it was made from, as the ledger calls it; once another is in force the file would take changes back.
    ADD COLUMN base    text,
    ADD FOREIGN KEY (district, edition) REFERENCES obligation.charter_edition (district, id),
    DROP CONSTRAINT amendment_check,
    ADD CONSTRAINT amendment_is_one_change CHECK (num_nonnulls(alternative, number, edition) = 1),
    ADD CONSTRAINT amendment_file_has_a_base CHECK ((edition IS NULL) = (base IS NULL));
