-- A ban of a whole account, or of one character of it. `until` is absent for one that does not end.
CREATE TABLE bans (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  character_id TEXT,
  reason TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE INDEX bans_by_account ON bans (account_id);
