-- Subscriptions at WebSub hubs, one for each callback address. awaiting is the number of HubIntent in Stores/.
CREATE TABLE hub_subscriptions (
    token TEXT PRIMARY KEY,
    feed_id INTEGER NOT NULL,
    hub TEXT NOT NULL,
    topic TEXT NOT NULL,
    secret TEXT,
    awaiting INTEGER NOT NULL,
    active_until INTEGER,
    due_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    pushes INTEGER NOT NULL DEFAULT 0,
    last_push_at INTEGER,
    note TEXT
) WITHOUT ROWID;
CREATE INDEX hub_subscriptions_by_feed ON hub_subscriptions (feed_id);
