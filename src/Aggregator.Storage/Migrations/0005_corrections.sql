-- What people said about stories, kept as facts. kind: 0 a split, 1 a merge. request says what was asked: the article ids that left,
-- groups apart by semicolons, or the two story ids; stories are the ids that came of it, the one that kept the old story's id first.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    reason TEXT,
    story_id INTEGER NOT NULL,
    request TEXT NOT NULL,
    stories TEXT NOT NULL
);
CREATE INDEX corrections_by_request ON corrections (request);

-- Stories that a person told apart: the engine never makes one of them. Both orders stand here, and a merge passes them on.
CREATE TABLE stories_apart (
    story_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    correction_id INTEGER NOT NULL,
    PRIMARY KEY (story_id, other_id)
) WITHOUT ROWID;
