import type { QualityName } from './view.ts';

/** What a preset draws. Distances in tiles from the one that the camera follows. */
export interface Quality {
  readonly pixelRatioMost: number;
  /** How far the ground is drawn. */
  readonly groundTiles: number;
  /** Up to here the ground has two samples per tile; beyond, one. Negative: one per two tiles. */
  readonly fineGroundTiles: number;
  readonly backdrop: boolean;
  /** How far props are drawn, and up to where in full detail. */
  readonly propTiles: number;
  readonly fullPropTiles: number;
  readonly plantTiles: number;
  readonly fullPlantTiles: number;
  /** Level of plants beyond `fullPlantTiles`. */
  readonly farPlantLevel: 1 | 2;
  /** Level of props beyond `fullPropTiles`. */
  readonly farPropLevel: 1 | 2;
  /** Tufts of grass at most, and how far they grow. */
  readonly tufts: number;
  readonly tuftTiles: number;
  /** Side of the shadow map in texels; 0 none. */
  readonly shadowSide: number;
  readonly shadowTiles: number;
  /** Frames from one drawing of the shadow map to the next. */
  readonly shadowEvery: number;
  readonly post: boolean;
  readonly particles: number;
  /** Fog against that of the mood: nearer borders hide in thicker air. */
  readonly fogScale: number;
}

export const QUALITIES: Readonly<Record<QualityName, Quality>> = {
  high: {
    pixelRatioMost: 2,
    groundTiles: 96,
    fineGroundTiles: 44,
    backdrop: true,
    propTiles: 84,
    fullPropTiles: 34,
    plantTiles: 92,
    fullPlantTiles: 27,
    farPlantLevel: 1,
    farPropLevel: 1,
    tufts: 11000,
    tuftTiles: 25,
    shadowSide: 2048,
    shadowTiles: 27,
    shadowEvery: 1,
    post: true,
    particles: 1,
    fogScale: 1,
  },
  medium: {
    pixelRatioMost: 1.5,
    groundTiles: 76,
    fineGroundTiles: 24,
    backdrop: true,
    propTiles: 68,
    fullPropTiles: 24,
    plantTiles: 76,
    fullPlantTiles: 16,
    farPlantLevel: 1,
    farPropLevel: 1,
    tufts: 4000,
    tuftTiles: 17,
    shadowSide: 1024,
    shadowTiles: 20,
    shadowEvery: 2,
    post: false,
    particles: 1,
    fogScale: 1.1,
  },
  low: {
    pixelRatioMost: 1,
    groundTiles: 60,
    fineGroundTiles: 0,
    backdrop: true,
    propTiles: 52,
    fullPropTiles: 12,
    plantTiles: 56,
    fullPlantTiles: 0,
    farPlantLevel: 1,
    farPropLevel: 1,
    tufts: 0,
    tuftTiles: 1,
    shadowSide: 0,
    shadowTiles: 0,
    shadowEvery: 1,
    post: false,
    particles: 0.5,
    fogScale: 1.35,
  },
  potato: {
    pixelRatioMost: 0.5,
    groundTiles: 24,
    fineGroundTiles: -1,
    backdrop: false,
    propTiles: 14,
    fullPropTiles: 0,
    plantTiles: 24,
    fullPlantTiles: 0,
    farPlantLevel: 2,
    farPropLevel: 2,
    tufts: 0,
    tuftTiles: 1,
    shadowSide: 0,
    shadowTiles: 0,
    shadowEvery: 1,
    post: false,
    particles: 0,
    fogScale: 1.8,
  },
};

/** Presets from the richest to the poorest. */
export const QUALITY_ORDER: readonly QualityName[] = ['high', 'medium', 'low', 'potato'];
