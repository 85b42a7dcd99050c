import {
  BufferAttribute,
  BufferGeometry,
  Color,
  InstancedMesh,
  type Material,
  Matrix4,
  Quaternion,
  Vector3,
} from 'three';
import { flipZ } from './coordinates.ts';

const SHOWN_MS = 700;
const LIFT_TILES = 0.07;
const COLOURS = { walk: new Color(1, 0.82, 0.16), act: new Color(1, 0.16, 0.1) } as const;

export interface Markers {
  readonly mesh: InstancedMesh;
  mark(x: number, z: number, kind: 'walk' | 'act'): void;
  /** Moves what is shown on to a moment; takes the ground's height and slope from `heightAt`. */
  update(nowMs: number, heightAt: (x: number, z: number) => number): void;
  dispose(): void;
}

/** The cross where a click went: it shrinks and is gone. Only the newest is shown. */
export function createMarkers(material: Material): Markers {
  const mesh = new InstancedMesh(crossGeometry(), material, 1);
  mesh.setColorAt(0, COLOURS.walk);
  mesh.frustumCulled = false;
  mesh.renderOrder = 4;
  mesh.visible = false;
  let shown: { x: number; z: number; sinceMs: number | undefined } | undefined;
  const matrix = new Matrix4();
  const at = new Vector3();
  const size = new Vector3();
  const tilt = new Quaternion();
  const up = new Vector3(0, 1, 0);
  const slope = new Vector3();
  return {
    mesh,
    mark(x, z, kind) {
      shown = { x, z, sinceMs: undefined };
      mesh.setColorAt(0, COLOURS[kind]);
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
    },
    update(nowMs, heightAt) {
      mesh.visible = false;
      if (shown === undefined) return;
      shown.sinceMs ??= nowMs;
      const age = (nowMs - shown.sinceMs) / SHOWN_MS;
      if (age >= 1) {
        shown = undefined;
        return;
      }
      const { x, z } = shown;
      slope
        .set(heightAt(x - 0.3, z) - heightAt(x + 0.3, z), 0.6, heightAt(x, z + 0.3) - heightAt(x, z - 0.3))
        .normalize();
      const scale = 0.42 * (1 - age * age * 0.75);
      matrix.compose(
        at.set(x, heightAt(x, z) + LIFT_TILES, flipZ(z)),
        tilt.setFromUnitVectors(up, slope),
        size.set(scale, scale, scale),
      );
      mesh.setMatrixAt(0, matrix);
      mesh.instanceMatrix.needsUpdate = true;
      mesh.visible = true;
    },
    dispose() {
      mesh.geometry.dispose();
      mesh.dispose();
    },
  };
}

/** Two crossed bars lying flat, half a tile across at scale 1, shining by themselves. */
function crossGeometry(): BufferGeometry {
  const arm = 0.72;
  const half = 0.14;
  const corners: number[] = [];
  for (const [cos, sin] of [
    [Math.SQRT1_2, Math.SQRT1_2],
    [Math.SQRT1_2, -Math.SQRT1_2],
  ] as const) {
    for (const [along, across] of [
      [-arm, -half],
      [-arm, half],
      [arm, half],
      [arm, -half],
    ] as const) {
      corners.push(along * cos - across * sin, 0, along * sin + across * cos);
    }
  }
  const count = corners.length / 3;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
  geometry.setAttribute(
    'normal',
    new BufferAttribute(
      Float32Array.from({ length: count * 3 }, (_, at) => (at % 3 === 1 ? 1 : 0)),
      3,
    ),
  );
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(count * 3).fill(1), 3));
  geometry.setAttribute('aWind', new BufferAttribute(new Float32Array(count), 1));
  geometry.setAttribute('aGlow', new BufferAttribute(new Float32Array(count).fill(-1.6), 1));
  geometry.setAttribute('aGroup', new BufferAttribute(new Float32Array(count), 1));
  geometry.setIndex([0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7]);
  return geometry;
}
