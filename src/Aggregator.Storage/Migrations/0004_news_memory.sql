-- What the indexes of copies and stories need of an article (ArticleMemory says how it is packed), so that a start reads no texts.
-- Only articles inside the window have a row. version is that of the algorithm: rows of another one are made again from the text.
CREATE TABLE article_memories (article_id INTEGER PRIMARY KEY, version INTEGER NOT NULL, memory BLOB NOT NULL);
