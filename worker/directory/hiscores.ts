import { SKILLS } from '../../shared/content/skills.ts';

/** The sum of all skills, listed like one. */
export const OVERALL = 'overall';
/** Rows of one page. */
export const PAGE_ROWS = 25;
/** Last page that is shown. */
export const MAX_PAGE = 400;

export interface HiscoreRow {
  readonly rank: number;
  readonly name: string;
  readonly level: number;
  readonly xp: number;
}

/** Whether there is a table for this skill. */
export function isHiscore(skill: string): boolean {
  return skill === OVERALL || Object.hasOwn(SKILLS, skill);
}

/** One page of a skill's table, best first; pages count from 1. */
export async function hiscorePage(db: D1Database, skill: string, page: number): Promise<HiscoreRow[]> {
  const before = (page - 1) * PAGE_ROWS;
  const { results } = await db
    .prepare(
      `SELECT characters.name, hiscores.level, hiscores.xp
       FROM hiscores JOIN characters ON characters.id = hiscores.character_id
       WHERE hiscores.skill = ? ORDER BY hiscores.xp DESC, hiscores.reached_at, hiscores.character_id LIMIT ? OFFSET ?`,
    )
    .bind(skill, PAGE_ROWS, before)
    .all<Omit<HiscoreRow, 'rank'>>();
  return results.map((row, index) => ({ rank: before + index + 1, ...row }));
}
