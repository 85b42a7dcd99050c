/**
 * A mesh as plain arrays, before it becomes a GLB: pure data, so that builders run in Node, in
 * tests and in the browser alike.
 */
export interface Mesh {
  /** xyz per vertex, model coordinates: +y up, +z the front. Tiles. */
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Linear rgb per vertex, 0..1. */
  readonly colour?: Float32Array;
  readonly index: Uint32Array;
  /** Further vertex attributes by name, for example `_WIND`, `_GLOW`, `_SLOT`, with their number of components. */
  readonly extra?: Readonly<Record<string, { readonly size: number; readonly array: Float32Array }>>;
}
