import { birdPhrase, type Chirp } from './bird-song.ts';
import { renderWater, renderWind } from './noise.ts';

/** How much of each is heard where one stands, 0 to 1. */
export interface Surroundings {
  /** Running water near by. */
  readonly water: number;
  readonly wind: number;
  /** How often birds sing: by day, not at night. */
  readonly birds: number;
}

/** Seconds of a loop. Of different lengths, so that they do not repeat together. */
const WATER_SECONDS = 7;
const WIND_SECONDS = 11;
/** Seconds for a change of the surroundings to be heard in full. */
const FADE_SECONDS = 1.5;
/** Seconds between two phrases of birds when they sing most. */
const BIRD_SECONDS = 2.5;

/** The loops and birds that lie under everything. */
export interface SurroundingsPlayer {
  set(levels: Surroundings): void;
  /** Lets birds sing when it is their time. Seconds of the context. */
  advance(now: number): void;
}

export function createSurroundings(
  context: BaseAudioContext,
  output: AudioNode,
  random: () => number,
): SurroundingsPlayer {
  const water = startLoop(context, output, renderWater(context.sampleRate, WATER_SECONDS, random));
  const wind = startLoop(context, output, renderWind(context.sampleRate, WIND_SECONDS, random));
  let birds = 0;
  let nextBird = context.currentTime + BIRD_SECONDS;
  const fade = (node: GainNode, level: number): void => {
    node.gain.setTargetAtTime(level, context.currentTime, FADE_SECONDS / 3);
  };
  return {
    set(levels) {
      fade(water, levels.water * 0.5);
      fade(wind, levels.wind * 0.35);
      birds = levels.birds;
    },
    advance(now) {
      if (now < nextBird) return;
      if (birds > 0.05) singPhrase(context, output, birdPhrase(random), now + 0.05, birds, random() * 1.6 - 0.8);
      nextBird = now + (BIRD_SECONDS * (0.5 + random() * 2)) / Math.max(birds, 0.2);
    },
  };
}

function startLoop(context: BaseAudioContext, output: AudioNode, samples: Float32Array<ArrayBuffer>): GainNode {
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  const level = new GainNode(context, { gain: 0 });
  source.connect(level).connect(output);
  source.start();
  return level;
}

function singPhrase(
  context: BaseAudioContext,
  output: AudioNode,
  phrase: readonly Chirp[],
  when: number,
  loudness: number,
  pan: number,
): void {
  const place = new StereoPannerNode(context, { pan });
  place.connect(output);
  for (const chirp of phrase) {
    const start = when + chirp.at;
    const end = start + chirp.seconds;
    const tone = new OscillatorNode(context, { frequency: chirp.from });
    tone.frequency.setValueAtTime(chirp.from, start);
    tone.frequency.exponentialRampToValueAtTime(chirp.to, end);
    const level = new GainNode(context, { gain: 0 });
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(0.05 * loudness, start + chirp.seconds * 0.3);
    level.gain.linearRampToValueAtTime(0, end);
    tone.connect(level).connect(place);
    tone.start(start);
    tone.stop(end);
  }
}
