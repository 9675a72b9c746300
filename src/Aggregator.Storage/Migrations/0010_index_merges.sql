-- While articles come in, segments of one size are merged only when sixty-four have gathered, a little with each commit, and all at once only at a hundred and
-- twenty-eight (as before this, with sixteen for both, a commit could hold up the writer for a minute). When nothing comes in, sixteen are enough.
INSERT INTO article_index (article_index, rank) VALUES ('automerge', 64);
INSERT INTO article_index (article_index, rank) VALUES ('crisismerge', 128);
INSERT INTO article_index (article_index, rank) VALUES ('usermerge', 16);
