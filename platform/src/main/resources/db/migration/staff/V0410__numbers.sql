-- 工号: by it a bureau's spreadsheets name a person; names repeat.
ALTER TABLE staff.person ADD COLUMN number text;
ALTER TABLE staff.person ADD UNIQUE (district, number);

-- A posting is known by what it says, so that the same row of a spreadsheet is the same posting.
ALTER TABLE staff.posting ADD UNIQUE NULLS NOT DISTINCT (district, person, role, school, community, subject, from_day);
