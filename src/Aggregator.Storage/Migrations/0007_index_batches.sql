-- The words of one batch of assigned articles stay in memory (at most these bytes) until its end and become one segment of the index,
-- not several that are merged later.
INSERT INTO article_index (article_index, rank) VALUES ('hashsize', 4194304);
