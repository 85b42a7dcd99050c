-- Who may play, and as whom. A guest's account has the issuer 'guest' and its own id as subject.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (issuer, subject)
) STRICT;

-- Times are milliseconds since 1970. `name_key` is the name's skeleton: two names that a reader could mistake for
-- each other have the same one. `look` is what was chosen, as JSON; the rest is a copy, written when a character
-- leaves the world, of what its own object knows better.
CREATE TABLE characters (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  look TEXT NOT NULL,
  region TEXT NOT NULL,
  combat_level INTEGER NOT NULL,
  total_level INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  last_seen INTEGER NOT NULL
) STRICT;

CREATE INDEX characters_by_account ON characters (account_id);
