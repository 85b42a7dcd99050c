/** How long something said hangs over a head: 3 seconds, and 60 ms for each character. */
const BASE_MS = 3000;
const PER_CHARACTER_MS = 60;

/** What everybody said last, for as long as it is shown. */
export interface Speech {
  say(id: string, text: string, nowMs: number): void;
  /** What hangs over a head now; undefined where nothing does. */
  over(id: string, nowMs: number): string | undefined;
}

export function createSpeech(): Speech {
  const lines = new Map<string, { text: string; untilMs: number }>();
  return {
    say(id, text, nowMs) {
      lines.set(id, { text, untilMs: nowMs + BASE_MS + text.length * PER_CHARACTER_MS });
    },
    over(id, nowMs) {
      const line = lines.get(id);
      if (line === undefined) return undefined;
      if (line.untilMs > nowMs) return line.text;
      lines.delete(id);
      return undefined;
    },
  };
}
