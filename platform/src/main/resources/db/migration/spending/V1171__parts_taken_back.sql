-- A payment can be taken back in parts, one after the other, and never by more than it came to.
DROP INDEX spending.expense_reversal;
CREATE INDEX expense_reversal ON spending.expense (district, reverses) WHERE reverses IS NOT NULL;

CREATE FUNCTION spending.within_what_is_left() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    original bigint;
    taken    bigint;
BEGIN
    -- Two at once wait for each other here.
    SELECT fen INTO original FROM spending.expense WHERE district = NEW.district AND id = NEW.reverses FOR UPDATE;
    SELECT sum(fen) INTO taken FROM spending.expense
    WHERE district = NEW.district AND reverses = NEW.reverses AND state IN ('WAITING', 'APPROVED');
    IF original + taken < 0 THEN
        RAISE EXCEPTION 'expense % is taken back by more than it came to', NEW.reverses
            USING HINT = 'Take back what is left of it.';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER within_what_is_left AFTER INSERT ON spending.expense FOR EACH ROW WHEN (NEW.reverses IS NOT NULL)
    EXECUTE FUNCTION spending.within_what_is_left();
