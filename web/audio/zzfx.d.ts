/** The part of zzfx that is used. The package ships no types. Importing it opens an audio context: `ZZFX.audioContext`. */
declare module 'zzfx' {
  export const ZZFX: {
    readonly audioContext: AudioContext;
    /** Samples per second of what `buildSamples` returns. */
    readonly sampleRate: number;
    /** Samples of a sound from its up to 21 parameters; a missing one takes zzfx's default. */
    buildSamples(...parameters: readonly (number | undefined)[]): number[];
  };
}
