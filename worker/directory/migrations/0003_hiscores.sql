-- One row per character and skill; 'overall' is the sum of all. Of two with equal experience the earlier ranks higher.
CREATE TABLE hiscores (
  skill TEXT NOT NULL,
  character_id TEXT NOT NULL REFERENCES characters (id) ON DELETE CASCADE,
  level INTEGER NOT NULL,
  xp INTEGER NOT NULL,
  reached_at INTEGER NOT NULL,
  PRIMARY KEY (skill, character_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX hiscores_by_rank ON hiscores (skill, xp DESC, reached_at);
