-- Times are Unix milliseconds (UTC) unless a name says otherwise; spans are milliseconds.
-- Enumerations are stored as their number in Model/ and Stores/. Views at the end are the public face of this file.

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters (name, value) VALUES ('sequence', 0);

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    current_url TEXT NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    interval INTEGER,
    full_text INTEGER NOT NULL DEFAULT 0,
    language TEXT,
    disabled INTEGER NOT NULL DEFAULT 0,
    by_hand INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    polls INTEGER NOT NULL DEFAULT 0,
    next_poll_at INTEGER NOT NULL,
    next_poll_reason TEXT,
    etag TEXT,
    last_modified TEXT,
    validators_url TEXT,
    body_hash TEXT,
    last_polled_at INTEGER,
    last_success_at INTEGER,
    last_full_at INTEGER,
    last_new_at INTEGER,
    last_fate INTEGER,
    last_status INTEGER,
    last_error TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    rhythm INTEGER,
    gone INTEGER NOT NULL DEFAULT 0,
    redirect_to TEXT,
    redirect_since INTEGER,
    redirect_sightings INTEGER NOT NULL DEFAULT 0,
    site_title TEXT,
    site_link TEXT,
    hub TEXT,
    topic TEXT,
    estimated_loss INTEGER NOT NULL DEFAULT 0,
    poll_memory TEXT
);
CREATE INDEX feeds_due ON feeds (next_poll_at) WHERE removed = 0 AND disabled = 0 AND gone = 0;

-- A ring of 50 places per feed: the place is the poll's number modulo 50, so that history never needs a clean-up.
CREATE TABLE fetches (
    feed_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fate INTEGER NOT NULL,
    status INTEGER,
    conditional INTEGER NOT NULL,
    bytes_on_wire INTEGER NOT NULL,
    bytes_decoded INTEGER NOT NULL,
    milliseconds REAL NOT NULL,
    entries INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    error TEXT,
    next_poll_at INTEGER NOT NULL,
    next_poll_reason TEXT,
    PRIMARY KEY (feed_id, place)
) WITHOUT ROWID;

CREATE TABLE outlets (id INTEGER PRIMARY KEY, domain TEXT NOT NULL UNIQUE, name TEXT);
CREATE TABLE languages (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);
CREATE TABLE tags (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name));

-- The narrow table that everything is sorted, counted and filtered over. id = publication second * 4096 + place in that second.
-- sequence is null until the article is assigned: only then may anybody see it. feed_id brought it first; shared says that others named it too.
-- tags repeats the tag ids of article_tags (7-bit groups, low first), so that counting facets reads one row per match.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    outlet_id INTEGER NOT NULL,
    language_id INTEGER,
    published INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    words INTEGER NOT NULL DEFAULT 0,
    story_id INTEGER,
    copy_of INTEGER,
    copy_score REAL,
    sequence INTEGER,
    first_sequence INTEGER,
    feed_id INTEGER NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0,
    tags BLOB
);
CREATE INDEX articles_by_sequence ON articles (sequence) WHERE sequence IS NOT NULL;
CREATE INDEX articles_by_story ON articles (story_id, outlet_id) WHERE story_id IS NOT NULL;
CREATE INDEX articles_by_seen ON articles (seen) WHERE sequence IS NOT NULL;

CREATE TABLE article_details (
    id INTEGER PRIMARY KEY,
    key_hash INTEGER NOT NULL,
    url TEXT,
    title TEXT NOT NULL,
    authors TEXT,
    published_offset INTEGER NOT NULL DEFAULT 0,
    published_precision INTEGER NOT NULL DEFAULT 0,
    published_source TEXT NOT NULL,
    modified INTEGER,
    summary TEXT,
    image TEXT,
    section TEXT,
    read_fate INTEGER NOT NULL DEFAULT 0,
    read_reason TEXT,
    rung INTEGER NOT NULL DEFAULT 0,
    confidence REAL NOT NULL DEFAULT 0,
    paywalled INTEGER NOT NULL DEFAULT 0,
    live_blog INTEGER NOT NULL DEFAULT 0,
    sightings INTEGER NOT NULL DEFAULT 0,
    revisions INTEGER NOT NULL DEFAULT 0
);

-- Text and HTML in one compressed value (TextCodec says how).
CREATE TABLE article_bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL);

-- 64 bits of the SHA-256 of an article key: at ten million keys the chance of one clash is 3 in a million.
CREATE TABLE article_keys (hash INTEGER PRIMARY KEY, article_id INTEGER NOT NULL, extra INTEGER NOT NULL DEFAULT 0);
CREATE INDEX article_keys_extra ON article_keys (article_id) WHERE extra = 1;

-- entry_key is null where it equals link, link where it equals the article's url, title where it equals the article's title.
CREATE TABLE sightings (
    feed_id INTEGER NOT NULL,
    key_hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    seen INTEGER NOT NULL,
    first INTEGER NOT NULL,
    entry_key TEXT,
    link TEXT,
    title TEXT,
    PRIMARY KEY (feed_id, key_hash)
) WITHOUT ROWID;
CREATE INDEX sightings_by_article ON sightings (article_id);

CREATE TABLE revisions (
    article_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    title TEXT,
    body BLOB,
    reason TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
);

CREATE TABLE decisions (
    article_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    score REAL,
    threshold REAL,
    evidence TEXT,
    other INTEGER,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE article_tags (
    article_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (article_id, tag_id)
) WITHOUT ROWID;

-- The queues. A row stands here exactly as long as there is something to do.
CREATE TABLE unread (
    article_id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    next_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX unread_by_host ON unread (host, next_at);
CREATE TABLE unassigned (article_id INTEGER PRIMARY KEY);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    lead_id INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    merged_into INTEGER
);
CREATE INDEX stories_merged ON stories (merged_into) WHERE merged_into IS NOT NULL;

-- Visible articles per quarter of an hour of publication (every time zone's hours and days are made of whole quarters).
CREATE TABLE quarters (quarter INTEGER PRIMARY KEY, articles INTEGER NOT NULL);

-- The column meta holds one word per outlet, language and tag, made of private-use letters that no query can name:
-- filters and words meet inside one index.
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, author, text, meta,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO article_index (article_index, rank) VALUES ('automerge', 8);

CREATE TABLE saved_queries (name TEXT PRIMARY KEY, title TEXT NOT NULL, query TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE api_keys (name TEXT PRIMARY KEY, hash TEXT NOT NULL, can_write INTEGER NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;

CREATE VIEW articles_v AS
SELECT a.id,
       d.url,
       d.title,
       o.domain AS outlet,
       o.name AS outlet_name,
       d.authors AS authors_json,
       strftime('%Y-%m-%dT%H:%M:%SZ', a.published / 1000, 'unixepoch') AS published,
       CASE d.published_precision WHEN 0 THEN 'full' WHEN 1 THEN 'no_zone' WHEN 2 THEN 'day' ELSE 'month' END AS published_precision,
       d.published_source,
       strftime('%Y-%m-%dT%H:%M:%SZ', a.seen / 1000, 'unixepoch') AS seen,
       strftime('%Y-%m-%dT%H:%M:%SZ', a.changed / 1000, 'unixepoch') AS changed,
       l.tag AS language,
       d.summary,
       d.section,
       a.words AS word_count,
       a.story_id,
       a.copy_of,
       a.copy_score,
       (SELECT json_group_array(t.name) FROM article_tags x JOIN tags t ON t.id = x.tag_id WHERE x.article_id = a.id AND t.kind = 'topic') AS topics_json,
       (SELECT json_group_array(t.name) FROM article_tags x JOIN tags t ON t.id = x.tag_id WHERE x.article_id = a.id AND t.kind <> 'topic') AS names_json,
       (SELECT json_group_array(DISTINCT f.category) FROM sightings s JOIN feeds f ON f.id = s.feed_id WHERE s.article_id = a.id) AS categories_json,
       d.sightings,
       d.revisions,
       a.sequence
FROM articles a
JOIN article_details d ON d.id = a.id
JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN languages l ON l.id = a.language_id
WHERE a.sequence IS NOT NULL;

CREATE VIEW article_tags_v AS
SELECT x.article_id, t.kind, t.name, x.count
FROM article_tags x
JOIN tags t ON t.id = x.tag_id
JOIN articles a ON a.id = x.article_id
WHERE a.sequence IS NOT NULL;

CREATE VIEW stories_v AS
SELECT s.id,
       s.title,
       s.lead_id AS lead_article_id,
       strftime('%Y-%m-%dT%H:%M:%SZ', s.first / 1000, 'unixepoch') AS first,
       strftime('%Y-%m-%dT%H:%M:%SZ', s.last / 1000, 'unixepoch') AS last,
       strftime('%Y-%m-%dT%H:%M:%SZ', s.updated / 1000, 'unixepoch') AS updated,
       s.articles AS article_count,
       s.outlets AS outlet_count,
       s.sequence
FROM stories s
WHERE s.merged_into IS NULL;
