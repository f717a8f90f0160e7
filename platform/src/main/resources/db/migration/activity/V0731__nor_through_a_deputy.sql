-- Nobody decides about an entry of their own, and nobody about an entry of the one they stand in for.
CREATE OR REPLACE FUNCTION activity.nobody_decides_their_own() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM activity.occasion o
               WHERE o.district = NEW.district AND o.id = NEW.occasion
                 AND (o.recorder = NEW.actor
                      OR EXISTS (SELECT FROM access.standing_in s
                                 WHERE s.district = NEW.district AND s.deputy = NEW.actor AND s.absent = o.recorder
                                   AND NEW.on_day BETWEEN s.first_day AND s.last_day))) THEN
        RAISE EXCEPTION 'account % decides about its own entry %', NEW.actor, NEW.occasion
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_nobody_decides_their_own';
    END IF;
    RETURN NEW;
END
$$;
