-- Rows that are added and never changed: the application may read and insert, and nothing else.
-- SELECT lib.only_added('register.measure_step');
-- Not for a row that is locked while its steps are written: FOR UPDATE asks for the right to update.
CREATE FUNCTION lib.only_added(business_table regclass) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM jgt_app', business_table);
END
$$;
REVOKE ALL ON FUNCTION lib.only_added(regclass) FROM PUBLIC;
