-- What the kinds ask besides what every record has, each value in the column of its type.
CREATE TABLE activity.field_value (
    district text NOT NULL,
    occasion uuid NOT NULL,
    field    text NOT NULL,
    -- For a number of each school; nobody's id where the field is asked once.
    school   uuid NOT NULL,
    number   int CHECK (number >= 0),
    words    text CHECK (words <> ''),
    day      date,
    yes      boolean CHECK (yes),
    PRIMARY KEY (district, occasion, field, school),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id),
    CHECK (num_nonnulls(number, words, day, yes) = 1)
);
CREATE INDEX field_value_field ON activity.field_value (district, field, occasion);
SELECT lib.protect('activity.field_value');

-- Further communities an occasion belongs to; its own one stands in its row and costs nothing.
CREATE TABLE activity.also_in (
    district  text NOT NULL,
    occasion  uuid NOT NULL,
    community uuid NOT NULL,
    position  int  NOT NULL,
    PRIMARY KEY (district, occasion, community),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX also_in_community ON activity.also_in (district, community, occasion);
SELECT lib.protect('activity.also_in');
