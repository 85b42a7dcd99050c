/// <reference path="./zzfx.d.ts" />
import { ZZFX } from 'zzfx';
import { EFFECTS, type EffectName } from './effect-table.ts';
import { createFlute, createLute } from './instruments.ts';
import { gainOf } from './loudness.ts';
import { renderStep, type Surface } from './noise.ts';
import { createSequencer } from './sequencer.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import { THEME_SECONDS, themeNotes } from './theme.ts';

/** Percent, 0 to 100. */
export interface Levels {
  readonly master: number;
  readonly music: number;
  readonly effects: number;
  readonly ambience: number;
}

/** Where and how loud a sound is. */
export interface Placing {
  /** 0 to 1. */
  readonly loudness: number;
  /** -1 left to 1 right. */
  readonly pan: number;
}

/** Different footfalls per surface, so that walking is not a machine. */
const STEP_VARIANTS = 4;
/** The samples of the table peak at 0.1 to 0.15; this brings them beside footsteps and music. */
const EFFECT_GAIN = 2.5;
/** Interval at which music and birds are looked after, in milliseconds. */
const CARE_MS = 200;

/** Everything that sounds. */
export interface Engine {
  setLevels(levels: Levels): void;
  setSurroundings(surroundings: Surroundings): void;
  effect(name: EffectName, placing: Placing): void;
  step(surface: Surface, placing: Placing): void;
  resume(): void;
  suspend(): void;
  close(): void;
}

/** Importing this module opens the audio context (zzfx does), so it is imported after the first gesture. */
export function createEngine(random: () => number): Engine {
  const context = ZZFX.audioContext;
  const buses = createBuses(context);
  const buffers = new Map<string, AudioBuffer>();
  const buffered = (key: string, rate: number, render: () => Float32Array<ArrayBuffer>): AudioBuffer => {
    const known = buffers.get(key);
    if (known !== undefined) return known;
    const samples = render();
    const buffer = context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples, 0);
    buffers.set(key, buffer);
    return buffer;
  };
  const surroundings = createSurroundings(context, buses.ambience, random);
  const theme = createTheme(context, buses.music, random);
  const care = setInterval(() => {
    if (context.state !== 'running') return;
    theme.advance(context.currentTime);
    surroundings.advance(context.currentTime);
  }, CARE_MS);
  return {
    setLevels: (levels) => buses.set(levels),
    setSurroundings: (levels) => surroundings.set(levels),
    effect(name, placing) {
      const buffer = buffered(name, ZZFX.sampleRate, () => Float32Array.from(ZZFX.buildSamples(...EFFECTS[name])));
      play(context, buses.effects, buffer, { ...placing, loudness: placing.loudness * EFFECT_GAIN }, 1);
    },
    step(surface, placing) {
      const variant = Math.floor(random() * STEP_VARIANTS);
      const buffer = buffered(`${surface} ${variant}`, context.sampleRate, () =>
        renderStep(surface, context.sampleRate, random),
      );
      play(context, buses.effects, buffer, { ...placing, loudness: placing.loudness * 0.35 }, 0.94 + random() * 0.12);
    },
    resume: () => void context.resume(),
    suspend: () => void context.suspend(),
    close() {
      clearInterval(care);
      void context.close();
    },
  };
}

/** Music, effects and ambience, each with its level, into a master behind a limiter. */
function createBuses(context: AudioContext) {
  const limiter = new DynamicsCompressorNode(context, { threshold: -10, ratio: 8, release: 0.2 });
  const master = new GainNode(context, { gain: 0 });
  master.connect(limiter).connect(context.destination);
  const bus = (): GainNode => {
    const node = new GainNode(context, { gain: 0 });
    node.connect(master);
    return node;
  };
  const [music, effects, ambience] = [bus(), bus(), bus()];
  const fade = (node: GainNode, percent: number): void => {
    node.gain.setTargetAtTime(gainOf(percent), context.currentTime, 0.08);
  };
  return {
    music,
    effects,
    ambience,
    set(levels: Levels): void {
      fade(master, levels.master);
      fade(music, levels.music);
      fade(effects, levels.effects);
      fade(ambience, levels.ambience);
    },
  };
}

/** The theme in a room. The flute rests in every second turn, so that the music steps back. */
function createTheme(context: AudioContext, output: AudioNode, random: () => number) {
  const lute = createLute(context, output, random);
  const flute = createFlute(context, withEcho(context, output));
  return createSequencer(themeNotes(), THEME_SECONDS, context.currentTime + 2, (note, when, turn) => {
    if (note.instrument !== 'flute') lute(note, when);
    else if (turn % 2 === 0) flute(note, when);
  });
}

function withEcho(context: AudioContext, output: AudioNode): AudioNode {
  const input = new GainNode(context);
  const delay = new DelayNode(context, { delayTime: 0.31 });
  const feedback = new GainNode(context, { gain: 0.28 });
  const soft = new BiquadFilterNode(context, { type: 'lowpass', frequency: 2200 });
  input.connect(output);
  input.connect(delay).connect(soft).connect(feedback).connect(delay);
  feedback.connect(output);
  return input;
}

function play(
  context: AudioContext,
  output: AudioNode,
  buffer: AudioBuffer,
  { loudness, pan }: Placing,
  rate: number,
): void {
  const source = new AudioBufferSourceNode(context, { buffer, playbackRate: rate });
  source
    .connect(new GainNode(context, { gain: loudness }))
    .connect(new StereoPannerNode(context, { pan: Math.min(Math.max(pan, -1), 1) }))
    .connect(output);
  source.start();
}
