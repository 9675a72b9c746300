-- The files that the feed gave with an entry, as a JSON array of address, media type and bytes; null for the many that have none.
ALTER TABLE article_details ADD COLUMN enclosures TEXT;
