-- The time of the newest visible change: each is later than the one before, whatever the clock says, as readers compare it.
INSERT INTO counters (name, value) SELECT 'changed', coalesce(max(changed), 0) FROM articles;

-- The id that a feed gives itself (Atom); most have none.
ALTER TABLE feeds ADD COLUMN site_id TEXT;

-- The feed gave its text as the article's own: a page's text replaces it only if it holds it.
ALTER TABLE unread ADD COLUMN is_content INTEGER NOT NULL DEFAULT 0;
