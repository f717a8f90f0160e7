-- The nineteen duties of notice 2019-96908 a second time, written from the table of the acceptance cases and not from
-- the engine: one statement over the temporary tables of tables.sql, one row per duty instance.
WITH
today AS (SELECT as_of, overlay FROM asked),
-- What counts at all: held, on or before the as-of day.
held AS (
    SELECT id, kind, date::date AS day, community, host, led_by, led_by_rank AS rank, subject, grade, participants,
           CASE WHEN lessons = '' THEN 1 ELSE lessons::int END AS lessons
      FROM activities, today
     WHERE state = 'held' AND date::date <= as_of),
took_part AS (
    SELECT held.id, split_part(entry, ':', 1) AS school, split_part(entry, ':', 2)::int AS people
      FROM held, unnest(string_to_array(nullif(participants, ''), ';')) AS entry
     WHERE split_part(entry, ':', 2)::int > 0),
lead AS (SELECT school, community FROM schools WHERE role = 'lead'),
member AS (SELECT school, community, teachers::int AS teachers FROM schools WHERE role = 'member'),
community AS (SELECT DISTINCT community FROM schools),
semester AS (
    SELECT period, "start"::date AS first, "end"::date AS last, midterm_week_start::date AS midterm
      FROM calendar WHERE kind = 'semester'),
school_year AS (SELECT period, "start"::date AS first, "end"::date AS last FROM calendar WHERE kind = 'school-year'),
placed AS (
    SELECT id, from_school, to_school, rank, permanent = 'yes' AS permanent, young = 'yes' AS young,
           "start"::date AS since, coalesce(nullif("end", '')::date, 'infinity') AS until, mentor
      FROM placements),

-- Who owes what to whom, when it could first and last be done, and the number.
owed AS (
    SELECT 'Q03' AS duty, m.school AS bearer, '-' AS counterpart, m.community, y.period, y.first, y.last, 1 AS target
      FROM member m, school_year y
    UNION ALL SELECT 'Q04', m.school, '-', m.community, s.period, s.first, s.last, 2 FROM member m, semester s
    UNION ALL SELECT 'Q05', l.school, m.school, l.community, s.period, s.first, s.last, 2
      FROM lead l JOIN member m USING (community), semester s
    UNION ALL SELECT 'Q10', l.school, '-', l.community, y.period, y.first, y.last, 1 FROM lead l, school_year y
    UNION ALL SELECT 'Q11', l.school, '-', l.community, y.period, y.first, y.last, 1 FROM lead l, school_year y
    UNION ALL SELECT 'Q12', c.community, '-', c.community, y.period, y.first, y.last, 1 FROM community c, school_year y
    UNION ALL SELECT 'Q13', w.community, w.school || '/' || w.subject, w.community, s.period, s.first, s.last, 3
      FROM (SELECT DISTINCT community, school, subject FROM subjects WHERE kind = 'weak') w
      JOIN schools USING (school, community), semester s
    UNION ALL SELECT 'Q14', g.community, g.subject, g.community, s.period,
                     date_trunc('week', s.first)::date - 7, date_trunc('week', s.first)::date - 1, 1
      FROM (SELECT DISTINCT community, subject FROM subjects WHERE kind = 'group') g, semester s
    UNION ALL SELECT 'Q15', c.community, '-', c.community, s.period, s.midterm, s.midterm + 6, 1
      FROM community c, semester s
    UNION ALL SELECT 'Q16', c.community, '-', c.community, s.period, s.first, s.last, 1 FROM community c, semester s
    UNION ALL SELECT 'Q18', l.school, '-', l.community, s.period, s.first, s.last, 1 FROM lead l, semester s
    UNION ALL SELECT 'Q19', l.school, '-', l.community, s.period, s.first, s.last, 1 FROM lead l, semester s
    UNION ALL SELECT 'Q20', l.school, m.school, l.community, y.period, y.first, y.last, 1
      FROM lead l JOIN member m USING (community), school_year y
    UNION ALL SELECT 'Q21', l.school, '-', l.community, s.period, s.first, s.last, 15 FROM lead l, semester s
    UNION ALL SELECT 'Q22', l.school, '-', l.community, s.period, s.first, s.last, 30 FROM lead l, semester s
    UNION ALL SELECT 'Q23', l.school, '-', l.community, s.period, s.first, s.last, 3 FROM lead l, semester s
    UNION ALL SELECT 'Q24', m.school, '-', m.community, s.period, s.first, s.last, 3 FROM member m, semester s
    UNION ALL SELECT 'Q25', m.school, '-', m.community, s.period, s.first, s.last, 1 FROM member m, semester s),

-- Which records count for which of them, and how much; a record counts once for one instance.
counted AS (
    SELECT o.duty, o.bearer, o.counterpart, o.period, a.id, 1 AS amount
      FROM owed o JOIN held a ON a.community = o.community AND a.day BETWEEN o.first AND o.last
     WHERE CASE o.duty
           WHEN 'Q04' THEN a.kind = 'leadership-meeting'
                AND EXISTS (SELECT FROM took_part t WHERE t.id = a.id AND t.school = o.bearer)
                AND EXISTS (SELECT FROM took_part t WHERE t.id = a.id AND t.school <> o.bearer)
           WHEN 'Q05' THEN a.kind = 'guidance-visit' AND a.host = o.counterpart AND a.led_by = o.bearer
                AND a.rank IN ('principal', 'vice-principal')
           WHEN 'Q10' THEN a.kind = 'classroom-contest' AND a.subject IN ('语文', '数学', '英语', '科学')
           WHEN 'Q11' THEN a.kind = 'material-contest'
           WHEN 'Q12' THEN a.kind = 'exhibition'
                AND EXISTS (SELECT FROM member m WHERE m.school = a.host AND m.community = o.community)
           WHEN 'Q13' THEN a.kind IN ('joint-planning', 'research-activity')
                AND a.subject = split_part(o.counterpart, '/', 2)
                AND EXISTS (SELECT FROM took_part t
                             WHERE t.id = a.id AND t.school = split_part(o.counterpart, '/', 1))
           WHEN 'Q14' THEN a.kind = 'joint-planning' AND a.subject = o.counterpart
           WHEN 'Q15' THEN a.kind = 'topic-test' AND a.subject IN ('语文', '数学', '英语', '科学')
           WHEN 'Q16' THEN a.kind = 'outreach-lesson' AND a.rank = 'backbone'
                AND EXISTS (SELECT FROM member m WHERE m.school = a.host AND m.community = o.community)
           WHEN 'Q18' THEN a.kind = 'literacy-contest'
           WHEN 'Q19' THEN a.kind = 'grade-contest' AND a.grade <> '' AND strpos(a.grade, ';') = 0
           WHEN 'Q20' THEN a.kind = 'staff-training' AND a.led_by = o.bearer
                AND EXISTS (SELECT FROM took_part t WHERE t.id = a.id AND t.school = o.counterpart)
           WHEN 'Q23' THEN a.kind = 'lecture' AND a.led_by = o.bearer
                AND EXISTS (SELECT FROM member m WHERE m.school = a.host AND m.community = o.community)
           WHEN 'Q24' THEN a.kind = 'study-visit'
                AND EXISTS (SELECT FROM lead l WHERE l.school = a.host AND l.community = o.community)
                AND EXISTS (SELECT FROM took_part t JOIN member m USING (school)
                             WHERE t.id = a.id AND t.school = o.bearer
                               AND t.people >= least(10, ceil(m.teachers / 5.0)))
           ELSE false END
    UNION ALL
    SELECT o.duty, o.bearer, o.counterpart, o.period, a.id, a.lessons
      FROM owed o JOIN held a ON a.community = o.community AND a.day BETWEEN o.first AND o.last AND a.led_by = o.bearer
      JOIN member m ON m.school = a.host AND m.community = o.community
     WHERE (o.duty, a.kind) IN (('Q21', 'demonstration-lesson'), ('Q22', 'lesson-observation'))
    UNION ALL
    SELECT o.duty, o.bearer, o.counterpart, o.period, p.id, 1
      FROM owed o JOIN placed p ON p.from_school = o.bearer AND p.since BETWEEN o.first AND o.last
      JOIN schools other ON other.school = p.to_school AND other.community = o.community, today
     WHERE o.duty = 'Q03' AND other.school <> o.bearer AND p.rank IN ('cadre', 'vice-principal', 'principal')
       AND p.since <= as_of
    UNION ALL
    SELECT o.duty, o.bearer, o.counterpart, o.period, p.id, 1
      FROM owed o JOIN placed p ON p.from_school = o.bearer
      JOIN lead l ON l.school = p.to_school AND l.community = o.community, today
     WHERE o.duty = 'Q25' AND p.permanent AND p.young
       AND greatest(p.since, o.first) <= least(p.until, o.last, as_of)),

progressed AS (
    SELECT o.duty, o.bearer, o.counterpart, o.period, o.first, o.last, o.target,
           coalesce(sum(c.amount), 0)::int AS progress
      FROM owed o LEFT JOIN counted c USING (duty, bearer, counterpart, period)
     GROUP BY o.duty, o.bearer, o.counterpart, o.period, o.first, o.last, o.target
    UNION ALL
    -- A mentor is owed by the lead school for each placement that Q25 counts.
    SELECT 'Q26', p.to_school, p.from_school || '/' || p.id, s.period, s.first, s.last, 1,
           CASE WHEN p.mentor <> '' THEN 1 ELSE 0 END
      FROM counted c JOIN placed p USING (id) JOIN semester s USING (period)
     WHERE c.duty = 'Q25'),

decided AS (
    SELECT p.duty, p.bearer, p.counterpart, p.period, p.first, p.last, p.progress,
           coalesce(nullif(w.target, '')::int, p.target) AS target,
           w.duty IS NOT NULL AND w.target = '' AS waived
      FROM progressed p CROSS JOIN today
      LEFT JOIN waivers w ON (w.duty, w.bearer, w.counterpart, w.period) = (p.duty, p.bearer, p.counterpart, p.period)
                         AND w.decided_on::date <= as_of)

SELECT duty, bearer, counterpart, period,
       CASE WHEN overlay AND duty IN ('Q15', 'Q18', 'Q19') AND last >= DATE '2021-08-30' THEN 'suspended'
            WHEN waived THEN 'waived'
            WHEN duty = 'Q03' THEN 'optional'
            WHEN progress >= target THEN 'met'
            WHEN progress = 0 AND first > as_of THEN 'not-yet'
            WHEN last >= as_of THEN 'open'
            ELSE 'missed' END AS status,
       progress, target
  FROM decided, today
 ORDER BY duty COLLATE "C", bearer COLLATE "C", counterpart COLLATE "C", period COLLATE "C"
