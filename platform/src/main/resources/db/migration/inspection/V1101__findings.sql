-- 问题: what has to be put right, by which school, until when. State and deadline are those that its steps lead to.
CREATE TABLE inspection.finding (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid NOT NULL,
    inspection     uuid,
    point          uuid,
    drawn          uuid,
    school         uuid NOT NULL,
    community      uuid,
    clause         text NOT NULL,
    duty           text NOT NULL,
    words          text NOT NULL CHECK (words <> ''),
    state          text NOT NULL CHECK (state IN ('OPEN', 'RECTIFIED', 'DISPUTED', 'CLOSED', 'WITHDRAWN')),
    first_deadline date NOT NULL,
    deadline       date NOT NULL,
    dispute_by     date NOT NULL,
    inspector      uuid NOT NULL,
    inspector_name text NOT NULL,
    on_day         date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, inspection) REFERENCES inspection.inspection (district, id),
    FOREIGN KEY (district, point) REFERENCES inspection.point (district, id),
    FOREIGN KEY (district, drawn) REFERENCES inspection.drawn (district, id)
);
CREATE INDEX finding_deadline ON inspection.finding (district, deadline, id);
CREATE INDEX finding_school ON inspection.finding (district, school, deadline, id);
CREATE INDEX finding_inspection ON inspection.finding (district, inspection);
CREATE INDEX finding_point ON inspection.finding (district, point);
CREATE INDEX finding_drawn ON inspection.finding (district, drawn);
SELECT lib.protect('inspection.finding');

CREATE TABLE inspection.finding_step (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    finding    uuid NOT NULL,
    what       text NOT NULL CHECK (what IN ('RECTIFIED', 'DISPUTED', 'TAKEN_BACK', 'CLOSED', 'RETURNED', 'EXTENDED',
                                             'WITHDRAWN', 'UPHELD', 'ACCEPTED', 'REOPENED')),
    words      text NOT NULL,
    deadline   date,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, finding) REFERENCES inspection.finding (district, id)
);
CREATE INDEX finding_step_finding ON inspection.finding_step (district, finding, id);
SELECT lib.protect('inspection.finding_step');

-- 责任追究 of a unit, never of a person. The state and the day until which the next step may come are those its steps lead to.
CREATE TABLE inspection.proceeding (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    school      uuid NOT NULL,
    year        text NOT NULL,
    reason      text NOT NULL CHECK (reason IN ('SLOW', 'INEFFECTIVE')),
    facts       text NOT NULL CHECK (facts <> ''),
    clause      text NOT NULL,
    proposed    text NOT NULL CHECK (proposed IN ('TALK', 'CRITICISM', 'CIRCULAR', 'RESOURCES')),
    state       text NOT NULL CHECK (state IN ('NOTICED', 'HEARD', 'DECIDED', 'APPEALED', 'FINAL', 'REVOKED', 'DROPPED',
                                               'WITHDRAWN')),
    reply_by    date NOT NULL,
    due         date,
    opener      uuid NOT NULL,
    opener_name text NOT NULL,
    on_day      date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX proceeding_school ON inspection.proceeding (district, school, id);
CREATE INDEX proceeding_due ON inspection.proceeding (district, due, id);
SELECT lib.protect('inspection.proceeding');

CREATE TABLE inspection.proceeding_finding (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    proceeding uuid NOT NULL,
    finding    uuid NOT NULL,
    PRIMARY KEY (district, proceeding, finding),
    FOREIGN KEY (district, proceeding) REFERENCES inspection.proceeding (district, id),
    FOREIGN KEY (district, finding) REFERENCES inspection.finding (district, id)
);
CREATE INDEX proceeding_finding_finding ON inspection.proceeding_finding (district, finding);
SELECT lib.protect('inspection.proceeding_finding');

CREATE TABLE inspection.proceeding_step (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    proceeding uuid NOT NULL,
    what       text NOT NULL CHECK (what IN ('REPLIED', 'REPLY_WAIVED', 'DECIDED', 'DROPPED', 'WITHDRAWN', 'APPEALED',
                                             'APPEAL_TAKEN_BACK', 'UPHELD', 'LIGHTENED', 'REVOKED')),
    measure    text CHECK (measure IN ('TALK', 'CRITICISM', 'CIRCULAR', 'RESOURCES')),
    words      text NOT NULL,
    due        date,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    CHECK ((what IN ('DECIDED', 'LIGHTENED')) = (measure IS NOT NULL)),
    FOREIGN KEY (district, proceeding) REFERENCES inspection.proceeding (district, id)
);
CREATE INDEX proceeding_step_proceeding ON inspection.proceeding_step (district, proceeding, id);
SELECT lib.protect('inspection.proceeding_step');

-- Whether an account is another one, or stands in for it on a day.
CREATE FUNCTION inspection.acts_for(of_district text, acting uuid, account uuid, on_a_day date) RETURNS boolean
    LANGUAGE sql STABLE AS
$$
SELECT acting = account
       OR EXISTS (SELECT FROM access.standing_in s
                  WHERE s.district = of_district AND s.deputy = acting AND s.absent = account
                    AND on_a_day BETWEEN s.first_day AND s.last_day)
$$;

-- Whoever wrote a finding does not decide what becomes of the school's objection to it.
CREATE FUNCTION inspection.finder_does_not_decide() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM inspection.finding f
               WHERE f.district = NEW.district AND f.id = NEW.finding
                 AND inspection.acts_for(NEW.district, NEW.actor, f.inspector, NEW.on_day)) THEN
        RAISE EXCEPTION 'account % decides about its own finding %', NEW.actor, NEW.finding
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_step_finder_does_not_decide';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER finding_step_finder_does_not_decide BEFORE INSERT OR UPDATE ON inspection.finding_step
    FOR EACH ROW WHEN (NEW.what IN ('UPHELD', 'ACCEPTED'))
EXECUTE FUNCTION inspection.finder_does_not_decide();

-- Who inspected or opened the proceeding does not decide it, and who decided it does not rule on the appeal.
CREATE FUNCTION inspection.inspector_does_not_decide() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM inspection.proceeding p
               WHERE p.district = NEW.district AND p.id = NEW.proceeding
                 AND inspection.acts_for(NEW.district, NEW.actor, p.opener, NEW.on_day))
        OR EXISTS (SELECT FROM inspection.proceeding_finding c
                   JOIN inspection.finding f ON f.district = c.district AND f.id = c.finding
                   LEFT JOIN inspection.inspection i ON i.district = f.district AND i.id = f.inspection
                   WHERE c.district = NEW.district AND c.proceeding = NEW.proceeding
                     AND (inspection.acts_for(NEW.district, NEW.actor, f.inspector, NEW.on_day)
                          OR inspection.acts_for(NEW.district, NEW.actor, i.inspector, NEW.on_day))) THEN
        RAISE EXCEPTION 'account % inspected and decides in proceeding %', NEW.actor, NEW.proceeding
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_step_inspector_does_not_decide';
    END IF;
    IF NEW.what IN ('UPHELD', 'LIGHTENED', 'REVOKED')
        AND EXISTS (SELECT FROM inspection.proceeding_step s
                    WHERE s.district = NEW.district AND s.proceeding = NEW.proceeding AND s.what = 'DECIDED'
                      AND inspection.acts_for(NEW.district, NEW.actor, s.actor, NEW.on_day)) THEN
        RAISE EXCEPTION 'account % rules on its own decision in proceeding %', NEW.actor, NEW.proceeding
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_step_decider_does_not_rule';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER proceeding_step_inspector_does_not_decide BEFORE INSERT OR UPDATE ON inspection.proceeding_step
    FOR EACH ROW WHEN (NEW.what IN ('DECIDED', 'DROPPED', 'UPHELD', 'LIGHTENED', 'REVOKED'))
EXECUTE FUNCTION inspection.inspector_does_not_decide();

-- The other way round: what a proceeding rests on is not changed once somebody has decided.
CREATE FUNCTION inspection.ground_stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM inspection.proceeding_step s
               WHERE s.district = NEW.district AND s.proceeding = NEW.proceeding AND s.what IN ('DECIDED', 'DROPPED')) THEN
        RAISE EXCEPTION 'proceeding % has been decided', NEW.proceeding
            USING ERRCODE = 'check_violation', CONSTRAINT = 'proceeding_finding_ground_stays';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER proceeding_finding_ground_stays BEFORE INSERT OR UPDATE ON inspection.proceeding_finding
    FOR EACH ROW EXECUTE FUNCTION inspection.ground_stays();
