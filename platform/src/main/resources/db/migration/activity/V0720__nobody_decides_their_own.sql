-- Nobody decides about an entry of their own: the facade says so in words, and here it cannot be done at all.
CREATE FUNCTION activity.nobody_decides_their_own() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM activity.occasion o
               WHERE o.district = NEW.district AND o.id = NEW.occasion AND o.recorder = NEW.actor) THEN
        RAISE EXCEPTION 'account % decides about its own entry %', NEW.actor, NEW.occasion
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_nobody_decides_their_own';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER step_nobody_decides_their_own BEFORE INSERT OR UPDATE ON activity.step
    FOR EACH ROW WHEN (NEW.what IN ('STANDS', 'FALLS'))
EXECUTE FUNCTION activity.nobody_decides_their_own();

-- The other way round: an entry that somebody decided does not become theirs.
CREATE FUNCTION activity.recorder_stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.recorder <> OLD.recorder THEN
        RAISE EXCEPTION 'the recorder of entry % does not change', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'occasion_recorder_stays';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER occasion_recorder_stays BEFORE UPDATE OF recorder ON activity.occasion
    FOR EACH ROW EXECUTE FUNCTION activity.recorder_stays();
