-- What was set, said, found, drawn and decided is added and never changed. Visits, findings, proceedings and drawn records are
-- locked while something is said of them, and a lock asks for the right to change.
SELECT lib.only_added('inspection.rule');
SELECT lib.only_added('inspection.inspection_step');
SELECT lib.only_added('inspection.point');
SELECT lib.only_added('inspection.point_result');
SELECT lib.only_added('inspection.sample');
SELECT lib.only_added('inspection.drawn_check');
SELECT lib.only_added('inspection.finding_step');
SELECT lib.only_added('inspection.proceeding_finding');
SELECT lib.only_added('inspection.proceeding_step');
