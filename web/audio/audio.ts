import type { EffectName } from './effect-table.ts';
import type { Engine, Levels, Placing } from './engine.ts';
import type { Surface } from './noise.ts';
import type { Surroundings } from './surroundings.ts';

const HERE: Placing = { loudness: 1, pan: 0 };

/** The sound of the game. Silent until the first gesture; what is asked for before that is left out, levels are kept. */
export interface Audio {
  setLevels(levels: Levels): void;
  setSurroundings(surroundings: Surroundings): void;
  effect(name: EffectName, placing?: Placing): void;
  /** A footfall of somebody; `placing` says how near. */
  step(surface: Surface, placing?: Placing): void;
  dispose(): void;
}

/**
 * Waits for the first gesture, because browsers allow no sound before it, then loads and starts the sounds. Sleeps while the
 * page is hidden.
 *
 * @param random uniform in 0 (included) to 1
 */
export function createAudio(random: () => number): Audio {
  const listening = new AbortController();
  let engine: Engine | undefined;
  let loading = false;
  let levels: Levels | undefined;
  let surroundings: Surroundings | undefined;
  const load = async (): Promise<void> => {
    const { createEngine } = await import('./engine.ts');
    if (listening.signal.aborted) return;
    engine = createEngine(random);
    if (levels !== undefined) engine.setLevels(levels);
    if (surroundings !== undefined) engine.setSurroundings(surroundings);
    engine.resume();
  };
  const onGesture = (): void => {
    // Some browsers resume only inside of a gesture: a later one does what the first could not.
    engine?.resume();
    if (loading) return;
    loading = true;
    load().catch((error: unknown) => {
      loading = false; // The next gesture tries again.
      console.warn('sound could not be loaded', error);
    });
  };
  for (const gesture of ['pointerup', 'keydown'] as const)
    window.addEventListener(gesture, onGesture, { signal: listening.signal });
  const onVisibility = (): void => (document.hidden ? engine?.suspend() : engine?.resume());
  document.addEventListener('visibilitychange', onVisibility, { signal: listening.signal });
  return {
    setLevels(next) {
      levels = next;
      engine?.setLevels(next);
    },
    setSurroundings(next) {
      surroundings = next;
      engine?.setSurroundings(next);
    },
    effect: (name, placing = HERE) => engine?.effect(name, placing),
    step: (surface, placing = HERE) => engine?.step(surface, placing),
    dispose() {
      listening.abort();
      engine?.close();
    },
  };
}
