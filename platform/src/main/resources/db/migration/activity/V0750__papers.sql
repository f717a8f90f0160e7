-- The day it was filed with the training department (报备), and the day its plan was approved (审核). Duties look at both;
-- who did it, and what was seen, is kept with the filings.
ALTER TABLE activity.occasion
    ADD COLUMN filed_on    date,
    ADD COLUMN approved_on date;
