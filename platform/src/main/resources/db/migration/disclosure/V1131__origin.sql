-- The address of the offer that a text began with, so that what it was made from and what became of it lead to each other.
ALTER TABLE disclosure.publication ADD COLUMN origin text NOT NULL DEFAULT '';
CREATE INDEX publication_origin ON disclosure.publication (district, origin) WHERE origin <> '';
