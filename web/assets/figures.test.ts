import { beforeAll, describe, expect, test } from 'vitest';
import { CREATURES } from '../../shared/content/creatures.ts';
import { EMOTES } from '../../shared/content/emotes.ts';
import { HAIR_STYLES, personLook } from '../../shared/content/looks.ts';
import { PEOPLE } from '../../shared/content/people.ts';
import { creatureRow } from '../scene/creature-figures.ts';
import { PALETTE_SLOTS } from '../scene/figure-format.ts';
import { type Figure, readFigures } from '../scene/figure-models.ts';
import { CLIP_TOOLS, WORN_MESHES, wornPiece } from '../scene/worn-pieces.ts';
import { ASSETS } from './asset-list.ts';

let figures: readonly Figure[] = [];
const figureNamed = (name: string): Figure => {
  const figure = figures.find((each) => each.name === name);
  if (figure === undefined) throw new Error(`no skeleton is called ${name}`);
  return figure;
};
const bytesOf = async (name: string): Promise<ArrayBuffer> => {
  const bytes = await ASSETS[name]?.();
  if (bytes === undefined) throw new Error(`nothing builds ${name}`);
  return Uint8Array.from(bytes).buffer;
};

beforeAll(async () => {
  const files = await Promise.all(['models/people.glb', 'models/creatures.glb'].map(bytesOf));
  figures = (await Promise.all(files.map(readFigures))).flat();
}, 60_000);

describe('meshes of figures', () => {
  test('are whole: bones, shares, slots and corners in range, sizes of this world', () => {
    for (const { name, boneCount, meshes } of figures) {
      expect(meshes.size).toBeGreaterThan(0);
      for (const [mesh, { position, normal, slot, shade, bones, index }] of meshes) {
        const where = `${name}/${mesh}`;
        const count = position.length / 3;
        expect(normal.length, where).toBe(position.length);
        expect(Math.max(...index), where).toBeLessThan(count);
        expect(index.length % 3, where).toBe(0);
        expect(Math.max(...slot), where).toBeLessThan(PALETTE_SLOTS.length);
        expect(Math.max(...shade), where).toBeLessThanOrEqual(1);
        const badlyHeld = Array.from({ length: count }, (_, vertex) => vertex).filter((vertex) => {
          const [a = -1, b = -1, first = 0, second = 0] = bones.subarray(vertex * 4, vertex * 4 + 4);
          return Math.min(a, b) < 0 || Math.max(a, b) >= boneCount || Math.abs(first + second - 1) > 1e-5;
        });
        expect(badlyHeld, where).toEqual([]);
        expect(Math.max(...position.map(Math.abs)), where).toBeLessThan(2.6);
      }
    }
  });

  test('keep to their triangles', () => {
    const triangles = (mesh: string) => (figureNamed('').meshes.get(mesh)?.index.length ?? Number.NaN) / 3;
    for (const body of ['body-0', 'body-1']) {
      expect(triangles(`${body}.near`)).toBeLessThanOrEqual(1700);
      expect(triangles(`${body}.far`)).toBeLessThanOrEqual(400);
      expect(triangles(`${body}.plain`)).toBeLessThanOrEqual(110);
    }
  });

  test('exist for all that a look can ask for', () => {
    const { meshes } = figureNamed('');
    for (const { hair } of HAIR_STYLES) if (hair !== undefined) expect([...meshes.keys()]).toContain(`hair-${hair}`);
    for (const mesh of Object.keys(WORN_MESHES)) expect([...meshes.keys()]).toContain(mesh);
    for (const piece of Object.values(CLIP_TOOLS)) expect(piece).toBeDefined();
    for (const kind of [...Object.keys(PEOPLE), 'guard']) {
      for (const id of Object.values(personLook(kind).worn)) expect(wornPiece(id), id).toBeDefined();
    }
  });

  test.each(Object.keys(CREATURES))('there is a %s, near, far and plain', (kind) => {
    const row = creatureRow(kind);
    if (row === undefined) throw new Error(`no figure of ${kind}`);
    for (const level of ['near', 'far', 'plain']) {
      expect([...figureNamed(row.figure).meshes.keys()]).toContain(`${row.mesh}.${level}`);
    }
  });
});

const GESTURES = [...Object.keys(EMOTES), 'point', 'sit', 'salute'];
const WORK = ['chop', 'mine', 'fish', 'cook'];
const BODILY = ['idle', 'walk', 'run', 'attack', 'hurt', 'die'];

describe('clips', () => {
  test('people have every one, creatures what they need', () => {
    expect([...figureNamed('').clips.keys()]).toEqual(expect.arrayContaining([...BODILY, ...GESTURES, ...WORK]));
    for (const name of ['beast', 'bird'])
      expect([...figureNamed(name).clips.keys()].sort()).toEqual([...BODILY].sort());
  });

  test('a loop ends in the pose in which it begins', () => {
    for (const { name, clips } of figures) {
      for (const [clip, { loop, frames }] of clips) {
        if (!loop) continue;
        const [from, to] = [frames[0], frames.at(-1)];
        from?.forEach((value, at) => {
          expect(Math.abs(value - (to?.[at] ?? Number.NaN)), `${name}/${clip}`).toBeLessThan(0.02);
        });
      }
    }
  });

  test('nobody sinks into the ground or flies off', () => {
    for (const { name, clips, meshes } of figures) {
      const mesh = meshes.get({ '': 'body-0.plain', beast: 'boar.plain', bird: 'moorhen.plain' }[name] ?? '');
      for (const [clip, { frames }] of clips) {
        for (const [at, frame] of frames.entries()) {
          const heights = heightsOf(frame, mesh);
          expect(Math.min(...heights), `${name}/${clip} ${at}`).toBeGreaterThan(-0.19);
          expect(Math.max(...heights), `${name}/${clip}`).toBeLessThan(2.4);
        }
      }
    }
  });
});

/** Heights of a mesh's vertices in a pose. */
function heightsOf(frame: Float32Array, mesh: { position: Float32Array; bones: Float32Array } | undefined): number[] {
  if (mesh === undefined) throw new Error('no such mesh');
  return Array.from({ length: mesh.position.length / 3 }, (_, vertex) => {
    const [x = 0, y = 0, z = 0] = mesh.position.subarray(vertex * 3, vertex * 3 + 3);
    const row = (mesh.bones[vertex * 4] ?? 0) * 12 + 4;
    return (
      (frame[row] ?? 0) * x + (frame[row + 1] ?? 0) * y + (frame[row + 2] ?? 0) * z + (frame[row + 3] ?? Number.NaN)
    );
  });
}
