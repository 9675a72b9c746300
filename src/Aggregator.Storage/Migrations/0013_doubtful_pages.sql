-- Pages whose text does not say what the headline does, by host and text: where one comes again under another headline, both show a wall. by_feed is the
-- article without the page, as JSON, until it is taken back.
CREATE TABLE doubtful_pages (
    text_hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    by_feed TEXT,
    PRIMARY KEY (text_hash, article_id)
) WITHOUT ROWID;
CREATE INDEX doubtful_pages_by_article ON doubtful_pages (article_id);
