-- The files of a case as they stand, all text: what a column means is the business of duties.sql.
CREATE TEMP TABLE asked (as_of date NOT NULL, overlay boolean NOT NULL);
CREATE TEMP TABLE calendar (period text, kind text, "start" text, "end" text, midterm_week_start text);
CREATE TEMP TABLE schools (school text, community text, role text, teachers text);
CREATE TEMP TABLE subjects (community text, subject text, kind text, school text);
CREATE TEMP TABLE activities (id text, kind text, date text, community text, host text, led_by text, led_by_rank text,
    subject text, grade text, lessons text, participants text, filed_on text, approved_on text, state text);
CREATE TEMP TABLE placements (id text, from_school text, to_school text, person text, rank text, permanent text,
    young text, "start" text, "end" text, mentor text);
CREATE TEMP TABLE waivers (duty text, bearer text, counterpart text, period text, target text, decided_on text);
