import type { Note } from './theme.ts';

/** A plucked string by the method of Karplus and Strong: a burst of noise in a delay line that loses its brightness. */
export function renderPluck(
  pitch: number,
  rate: number,
  seconds: number,
  random: () => number,
): Float32Array<ArrayBuffer> {
  const period = Math.max(2, Math.round(rate / pitch));
  const line = Float32Array.from({ length: period }, () => random() * 2 - 1);
  // A finger is softer than a plectrum: the burst is smoothed twice.
  for (let pass = 0; pass < 2; pass++)
    for (let i = 1; i < period; i++) line[i] = ((line[i] ?? 0) + (line[i - 1] ?? 0)) / 2;
  const samples = new Float32Array(Math.ceil(rate * seconds));
  for (let i = 0; i < samples.length; i++) {
    const at = i % period;
    const next = (i + 1) % period;
    const value = line[at] ?? 0;
    samples[i] = value * Math.min(1, (samples.length - i) / (rate * 0.1));
    line[at] = ((value + (line[next] ?? 0)) / 2) * 0.996;
  }
  return samples;
}

/** Plays one note into `output`. */
export type Player = (note: Note, when: number) => void;

/** The lute and its low course: rendered once per pitch. */
export function createLute(context: BaseAudioContext, output: AudioNode, random: () => number): Player {
  const buffers = new Map<number, AudioBuffer>();
  return (note, when) => {
    let buffer = buffers.get(note.pitch);
    if (buffer === undefined) {
      const samples = renderPluck(note.pitch, context.sampleRate, 2.2, random);
      buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
      buffers.set(note.pitch, buffer);
    }
    const source = new AudioBufferSourceNode(context, { buffer });
    const level = new GainNode(context, { gain: note.loudness * 0.5 });
    source.connect(level).connect(output);
    source.start(when);
  };
}

/** A wooden flute: a soft tone with a little breath in its vibrato. */
export function createFlute(context: BaseAudioContext, output: AudioNode): Player {
  return (note, when) => {
    const end = when + note.seconds;
    const level = new GainNode(context, { gain: 0 });
    level.gain.setValueAtTime(0, when);
    level.gain.linearRampToValueAtTime(note.loudness * 0.16, when + 0.07);
    level.gain.linearRampToValueAtTime(note.loudness * 0.12, Math.max(when + 0.08, end - 0.12));
    level.gain.linearRampToValueAtTime(0, end + 0.06);
    level.connect(output);
    const vibrato = new OscillatorNode(context, { frequency: 5.1 });
    const depth = new GainNode(context, { gain: 0 });
    depth.gain.setValueAtTime(0, when);
    depth.gain.linearRampToValueAtTime(note.pitch * 0.006, when + 0.35);
    vibrato.connect(depth);
    for (const [ratio, share] of [
      [1, 1],
      [2, 0.22],
      [3, 0.07],
    ] as const) {
      const tone = new OscillatorNode(context, { frequency: note.pitch * ratio });
      depth.connect(tone.frequency);
      tone.connect(new GainNode(context, { gain: share })).connect(level);
      tone.start(when);
      tone.stop(end + 0.1);
    }
    vibrato.start(when);
    vibrato.stop(end + 0.1);
  };
}
