import { HAIR_STYLES, personLook, WORN_SLOTS } from '../../shared/content/looks.ts';
import type { Look } from '../../shared/protocol/entity.ts';
import { creatureRow } from './creature-figures.ts';
import { personColours } from './figure-colours.ts';
import type { FigureLevel } from './figure-format.ts';
import type { Actor } from './view.ts';
import { CLIP_TOOLS, type WornPiece, wornPiece } from './worn-pieces.ts';

/** What an actor is drawn from, whatever the distance: names of meshes and colours. */
export interface Appearance {
  /** Skeleton, as the build names it; empty for people. */
  readonly figure: string;
  /** Goes before a clip's name, for figures that move in their own way on a shared skeleton. */
  readonly clipPrefix: string;
  readonly scale: number;
  readonly colours: ReturnType<typeof personColours>;
  readonly worn: readonly WornPiece[];
  /** Meshes of a level, the body first. */
  meshes(level: FigureLevel): readonly string[];
}

/** How an actor looks; undefined for kinds that no figure shows. */
export function appearanceOf(actor: Actor): Appearance | undefined {
  if (actor.type === 'creature') return creatureAppearance(actor.kind ?? '');
  if (actor.type !== 'player' && actor.type !== 'person') return undefined;
  return personAppearance(actor.look ?? personLook(actor.kind ?? actor.id), CLIP_TOOLS[actor.clip]);
}

function creatureAppearance(kind: string): Appearance | undefined {
  const row = creatureRow(kind);
  if (row === undefined) return undefined;
  const worn = (row.worn ?? []).flatMap((id) => wornPiece(id) ?? []);
  return {
    figure: row.figure,
    clipPrefix: row.clipPrefix ?? '',
    scale: row.scale,
    colours: row.colours,
    worn,
    meshes: (level) =>
      level === 'plain' ? [`${row.mesh}.plain`] : [`${row.mesh}.${level}`, ...worn.map((piece) => piece.mesh)],
  };
}

function personAppearance(look: Look, tool: WornPiece | undefined): Appearance {
  const worn = WORN_SLOTS.flatMap((slot): WornPiece[] => {
    const piece = slot === 'weapon' && tool !== undefined ? tool : wornPiece(look.worn[slot] ?? '');
    return piece === undefined ? [] : [piece];
  });
  const style = HAIR_STYLES[look.hair] ?? HAIR_STYLES[0];
  const body = `body-${look.body === 1 ? 1 : 0}`;
  const hidesHair = worn.some((piece) => piece.hidesHair === true);
  const hair = style?.hair === undefined || hidesHair ? [] : [`hair-${style.hair}`];
  const beard = style?.beard === true ? ['beard'] : [];
  const dressed = [...hair, ...beard, ...worn.map((piece) => piece.mesh)];
  return {
    figure: '',
    clipPrefix: '',
    scale: 1,
    colours: personColours(look),
    worn,
    meshes: (level) => (level === 'plain' ? [`${body}.plain`] : [`${body}.${level}`, ...dressed]),
  };
}
