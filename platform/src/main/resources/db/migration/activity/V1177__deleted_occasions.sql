-- Deleted and in the bin: no list, search or file shows it.
ALTER TABLE activity.occasion ADD COLUMN binned boolean NOT NULL DEFAULT false;
ALTER TABLE activity.occasion ADD CONSTRAINT binned_is_withdrawn CHECK (NOT binned OR state = 'WITHDRAWN');

ALTER TABLE activity.step DROP CONSTRAINT step_what_check;
ALTER TABLE activity.step ADD CONSTRAINT step_what_check CHECK (what IN ('RECORDED', 'CHANGED', 'AMENDED', 'HELD', 'CANCELLED',
    'WITHDRAWN', 'UNDONE', 'CAME', 'NOT_SO', 'STANDS', 'FALLS', 'REOPENED', 'JOINED', 'PARTED', 'ANNOUNCED', 'UNANNOUNCED',
    'MOVED', 'MINUTED', 'CLOSED', 'RESTORED'));

-- What is only added goes with the occasion when that is erased from the bin, and in no other way.
CREATE FUNCTION activity.only_from_the_bin() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM activity.occasion o
                   WHERE o.district = OLD.district AND o.id = OLD.occasion AND o.binned) THEN
        RAISE EXCEPTION 'occasion % is not in the bin', OLD.occasion
            USING ERRCODE = 'check_violation', CONSTRAINT = 'only_from_the_bin';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER announcement_only_from_the_bin BEFORE DELETE ON activity.announcement
    FOR EACH ROW EXECUTE FUNCTION activity.only_from_the_bin();
CREATE TRIGGER moving_only_from_the_bin BEFORE DELETE ON activity.moving
    FOR EACH ROW EXECUTE FUNCTION activity.only_from_the_bin();
CREATE TRIGGER minutes_only_from_the_bin BEFORE DELETE ON activity.minutes
    FOR EACH ROW EXECUTE FUNCTION activity.only_from_the_bin();
CREATE TRIGGER step_only_from_the_bin BEFORE DELETE ON activity.step
    FOR EACH ROW EXECUTE FUNCTION activity.only_from_the_bin();
GRANT DELETE ON activity.announcement, activity.moving, activity.minutes TO jgt_app;

CREATE FUNCTION activity.occasion_only_from_the_bin() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT OLD.binned THEN
        RAISE EXCEPTION 'occasion % is not in the bin', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'only_from_the_bin';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER occasion_only_from_the_bin BEFORE DELETE ON activity.occasion
    FOR EACH ROW EXECUTE FUNCTION activity.occasion_only_from_the_bin();
