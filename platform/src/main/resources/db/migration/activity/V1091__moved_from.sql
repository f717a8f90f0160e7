-- A week's page names what was to be in it until it moved.
CREATE INDEX moving_from ON activity.moving (district, from_day);
