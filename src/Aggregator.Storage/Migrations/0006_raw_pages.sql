-- Article pages as they were fetched, only where the owner asks for it. Places count up: the smallest is the oldest, and goes first when the
-- budget is full. packet is opaque here: the page, its address and what the feed had said, compressed.
CREATE TABLE raw_pages (
    place INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL UNIQUE,
    fetched INTEGER NOT NULL,
    packet BLOB NOT NULL
);
INSERT INTO counters (name, value) VALUES ('page_bytes', 0);

-- Earlier values of fields other than title and text, by name, as a JSON object.
ALTER TABLE revisions ADD COLUMN fields TEXT;
