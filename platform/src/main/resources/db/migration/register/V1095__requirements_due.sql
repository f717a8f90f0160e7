-- What is due is asked for every few minutes, of the whole district.
CREATE INDEX requirement_due ON register.requirement (district, due_day);
