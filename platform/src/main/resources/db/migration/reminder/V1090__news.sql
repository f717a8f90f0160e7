-- News about something somebody takes part in: told once, with nothing to be done about it. They end with their day.
ALTER TABLE reminder.reminder
    ADD COLUMN news  boolean NOT NULL DEFAULT false,
    -- Why, as it was typed; of those who pressed the button and of the clock nothing.
    ADD COLUMN words text    NOT NULL DEFAULT '',
    -- The day before it moved.
    ADD COLUMN was   date;
CREATE INDEX reminder_news ON reminder.reminder (district, due) WHERE news AND settled_at IS NULL;

-- A letter with news alone goes at once, several a day if need be.
ALTER TABLE reminder.delivery DROP CONSTRAINT delivery_way_check;
ALTER TABLE reminder.delivery ADD CONSTRAINT delivery_way_check CHECK (way IN ('MAIL', 'NEWS', 'ROBOT'));
ALTER TABLE reminder.delivery DROP CONSTRAINT delivery_district_way_target_day_key;
CREATE UNIQUE INDEX delivery_day ON reminder.delivery (district, way, target, day) WHERE way <> 'NEWS';
