import { describe, expect, it } from 'vitest';
import { type Packet, readFrame } from '../../shared/protocol/bundle.ts';
import { decodeSteps } from '../../shared/protocol/steps.ts';
import { openGround } from '../../shared/space/grid.test-kit.ts';
import { VIEW_ENTER_TILES, VIEW_LEAVE_TILES } from '../../shared/space/tile.ts';
import type { Fact } from '../sim/fact.ts';
import { bareRules, createScene, type Scene } from '../sim/world.test-kit.ts';
import { createObserver, greet, type Observer, observe } from './observe.ts';
import { createViewer, type SyncForm, type Viewer } from './viewer.ts';

const E = 1;

const ARRIVAL = {
  name: 'Cy',
  look: { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] as [number, number, number, number, number], worn: {} },
  health: { current: 10, max: 10 },
  running: false,
  runEnergy: 0,
  skills: {},
  bag: [],
  coins: 0,
  carried: {},
};

/** A scene with eyes: each tick is looked at by every viewer. */
interface Watched extends Scene {
  readonly observer: Observer;
  watch(id: string, form?: SyncForm): Viewer;
  /** Runs one tick and gives what each viewer is told of it. */
  tick(facts?: readonly Fact[]): (viewer: Viewer) => Uint8Array[];
  /** The same, read. */
  told(viewer: Viewer): Packet[];
}

function watched(): Watched {
  const scene = createScene(bareRules(openGround(128, 128)));
  const observer = createObserver();
  const viewers: Viewer[] = [];
  const tick = (more: readonly Fact[] = []) => {
    const facts = [...scene.advance(), ...more];
    const packets = observe(observer, scene.world, scene.rules, facts, viewers);
    return (viewer: Viewer) => packets.get(viewer) ?? [];
  };
  return {
    ...scene,
    observer,
    tick,
    told: (viewer) => tick()(viewer).flatMap((packet) => readFrame(packet)),
    watch(id, form = 'compact') {
      const viewer = createViewer(id, form);
      viewers.push(viewer);
      return viewer;
    },
  };
}

const namesOf = (packets: readonly Packet[]) => packets.map(({ name }) => name);
const named = (packets: readonly Packet[], name: Packet['name']) =>
  packets.filter((packet) => packet.name === name).map(({ data }) => data);
const stepsIn = (packets: readonly Packet[]) =>
  packets.flatMap(({ name, data }) => (name === 'steps' && data instanceof Uint8Array ? [decodeSteps(data)] : []));
const move = (x: number, z: number, seq = 1) =>
  ({ name: 'moveRequest', payload: { x, z, running: false, seq } }) as const;

/** Puts somebody elsewhere between ticks, as teleporting will. */
function put(scene: Scene, id: string, x: number, z: number): void {
  const player = scene.player(id);
  player.position = { ...player.position, x, z };
}

describe('the first look', () => {
  it('is a snapshot of what is in view, and everything of the owner', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('near', 50 + VIEW_ENTER_TILES, 50 - VIEW_ENTER_TILES);
    scene.join('far', 50 + VIEW_ENTER_TILES + 1, 50);
    const viewer = scene.watch('ada');
    const packets = scene.told(viewer);
    expect(namesOf(packets)).toEqual([
      'snapshot',
      'inventoryUpdated',
      'equipmentUpdated',
      'skillsUpdated',
      'runEnergy',
      'steps',
    ]);
    expect(packets[0]?.data).toEqual({
      tick: scene.world.tick,
      entities: [
        expect.objectContaining({ i: 'ada', t: 'player', n: 'ada', p: [50.5, 0, 50.5], d: 0, c: 3 }),
        expect.objectContaining({ i: 'near', d: 1 }),
      ],
    });
    expect(stepsIn(packets)[0]?.own).toEqual({ seq: 0, taken: [], at: { x: 50, z: 50 } });
    expect(scene.told(viewer)).toEqual([]);
  });

  it('has no short ids in the plain form, and no anchor before the first move', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    const viewer = scene.watch('ada', 'plain');
    const packets = scene.told(viewer);
    expect(namesOf(packets)).toEqual([
      'snapshot',
      'inventoryUpdated',
      'equipmentUpdated',
      'skillsUpdated',
      'runEnergy',
    ]);
    expect(JSON.stringify(packets)).not.toContain('"d":');
  });

  it('comes again when the viewer needs it, with short ids from the start', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 51, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    viewer.needsSnapshot = true;
    expect(namesOf(scene.told(viewer))[0]).toBe('snapshot');
    expect([...viewer.known.values()]).toEqual([
      { id: 'ada', d: 0 },
      { id: 'bo', d: 1 },
    ]);
    expect(scene.told(viewer)).toEqual([]);
  });

  it('can be had between ticks, once the body was seen in one', () => {
    const scene = watched();
    const ada = scene.join('ada', 50, 50);
    const viewer = scene.watch('ada');
    expect(greet(scene.observer, viewer, ada)).toEqual([]);
    expect(viewer.needsSnapshot).toBe(true);
    scene.tick();
    const late = createViewer('ada', 'compact');
    expect(readFrame(greet(scene.observer, late, ada)[0] ?? new Uint8Array())[0]?.name).toBe('snapshot');
    expect(late.needsSnapshot).toBe(false);
    scene.command({ kind: 'leave', id: 'ada', reason: 'logout' });
    scene.tick();
    expect(greet(scene.observer, createViewer('ada', 'compact'), ada)).toEqual([]);
  });

  it('is not had by somebody without a body', () => {
    const scene = watched();
    const viewer = scene.watch('nobody');
    expect(scene.told(viewer)).toEqual([]);
    expect(viewer.needsSnapshot).toBe(true);
  });
});

describe('coming into view and leaving it', () => {
  it('happens at 15 tiles and beyond 17, in every direction', () => {
    for (const [dx, dz] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      const scene = watched();
      scene.join('ada', 50, 50);
      scene.join('bo', 50 + dx * 30, 50 + dz * 30);
      const viewer = scene.watch('ada');
      scene.tick();
      const at = (tiles: number) => {
        put(scene, 'bo', 50 + dx * tiles, 50 + dz * tiles);
        return namesOf(scene.told(viewer));
      };
      expect(at(VIEW_ENTER_TILES + 1)).toEqual([]);
      expect(at(VIEW_ENTER_TILES)).toEqual(['entityAdded']);
      expect(at(VIEW_LEAVE_TILES)).toEqual([]);
      expect(at(VIEW_LEAVE_TILES + 1)).toEqual(['entityRemoved']);
      expect(at(VIEW_ENTER_TILES + 1)).toEqual([]);
    }
  });

  it('is not doubled by changes: who comes is told of whole, who goes no more', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 66, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    scene.ask('bo', move(40, 50));
    const packets = scene.told(viewer);
    expect(packets).toEqual([{ name: 'entityAdded', data: expect.objectContaining({ i: 'bo', p: [65.5, 0, 50.5] }) }]);
    expect(stepsIn(scene.told(viewer))[0]?.movers).toEqual([{ d: 1, taken: [0] }]);
    put(scene, 'bo', 90, 50);
    scene.ask('bo', { name: 'emote', payload: { emote: 'wave' } });
    expect(scene.told(viewer)).toEqual([{ name: 'entityRemoved', data: { id: 'bo' } }]);
  });

  it('tells of somebody who left the world, and of who took the slot', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    const bo = scene.join('bo', 51, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    scene.command({ kind: 'leave', id: 'bo', reason: 'logout' });
    const arrival = { ...ARRIVAL, at: { x: 52, z: 50, heading: 2 as const } };
    scene.command({ kind: 'join', id: 'cy', account: 'c', epoch: 1, arrival });
    const packets = scene.told(viewer);
    expect(scene.player('cy').slot).toBe(bo.slot);
    expect(namesOf(packets)).toEqual(['entityRemoved', 'entityAdded']);
    expect(packets.map(({ data }) => data)).toEqual([{ id: 'bo' }, expect.objectContaining({ i: 'cy', d: 1 })]);
  });

  it('follows the viewer who moves', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 66, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    scene.ask('ada', move(60, 50));
    expect(namesOf(scene.told(viewer))).toContain('entityAdded');
  });

  it('never takes the own body out of view', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    put(scene, 'ada', 100, 100);
    expect(namesOf(scene.told(viewer))).not.toContain('entityRemoved');
    expect([...viewer.known.values()].map(({ id }) => id)).toEqual(['ada']);
  });
});

describe('steps', () => {
  it('are told of those who step, by short id, and of oneself apart', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    for (const id of ['bo', 'cy', 'dee']) scene.join(id, 52, 52);
    const viewer = scene.watch('ada');
    scene.tick();
    scene.ask('cy', move(60, 52));
    scene.ask('ada', move(53, 50, 9));
    expect(stepsIn(scene.told(viewer))).toEqual([
      {
        tick16: scene.world.tick % 0x10000,
        own: { seq: 9, taken: [E], at: { x: 51, z: 50 }, destinationOffset: { x: 2, z: 0 } },
        movers: [{ d: 2, taken: [E] }],
      },
    ]);
    expect(stepsIn(scene.told(viewer))[0]?.own).toEqual({ seq: 9, taken: [E], destinationOffset: { x: 1, z: 0 } });
    expect(stepsIn(scene.told(viewer))[0]?.own).toEqual({ seq: 9, taken: [E], at: { x: 53, z: 50 } });
    expect(stepsIn(scene.told(viewer))[0]?.own).toBeUndefined();
  });

  it('of oneself repeat the tile now and then', () => {
    const scene = watched();
    scene.join('ada', 10, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    scene.ask('ada', move(60, 50));
    const repeats: number[] = [];
    for (let count = 0; count < 50; count++)
      if (stepsIn(scene.told(viewer))[0]?.own?.at !== undefined) repeats.push(count);
    expect(repeats).toEqual([0, 3, 19, 35, 49]);
  });

  it('in the plain form are positions, and the own anchor a packet', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 52, 52);
    const viewer = scene.watch('ada', 'plain');
    scene.tick();
    scene.ask('bo', move(60, 52));
    scene.ask('ada', move(51, 50, 9));
    const packets = scene.told(viewer);
    expect(named(packets, 'entityModified')).toEqual([
      expect.objectContaining({ i: 'ada', id: 'ada', p: [51.5, 0, 50.5] }),
      expect.objectContaining({ i: 'bo', id: 'bo', p: [53.5, 0, 52.5] }),
    ]);
    expect(named(packets, 'ownMoved')).toEqual([{ tick: scene.world.tick, seq: 9, x: 51, z: 50 }]);
    scene.ask('ada', move(55, 50, 10));
    expect(named(scene.told(viewer), 'ownMoved')).toEqual([
      { tick: scene.world.tick, seq: 10, x: 52, z: 50, destination: [55, 50] },
    ]);
  });

  it('are preceded by everything that they rely on', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 52, 52);
    scene.join('cy', 90, 90);
    const viewer = scene.watch('ada');
    scene.tick();
    put(scene, 'bo', 100, 100);
    put(scene, 'cy', 51, 51);
    scene.ask('ada', move(53, 50));
    scene.ask('ada', { name: 'chatMessage', payload: { message: 'off we go' } });
    scene.player('ada').level = 9;
    expect(namesOf(scene.told(viewer))).toEqual([
      'entityRemoved',
      'entityAdded',
      'entityModified',
      'steps',
      'chatMessage',
    ]);
  });
});

describe('one look', () => {
  it('encodes a change once for all who see it in one form', () => {
    const scene = watched();
    const ids = ['ada', 'bo', 'cy', 'dee'];
    for (const id of ids) scene.join(id, 50, 50);
    const compact = ['ada', 'bo'].map((id) => scene.watch(id));
    const plain = ['cy', 'dee'].map((id) => scene.watch(id, 'plain'));
    scene.tick();
    scene.ask('ada', { name: 'emote', payload: { emote: 'wave' } });
    const packets = scene.tick();
    const [first, second] = compact.map((viewer) => packets(viewer)[0]);
    const [third, fourth] = plain.map((viewer) => packets(viewer)[0]);
    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(fourth).toBe(third);
    expect(third).not.toBe(first);
  });

  it('does not tell a viewer in one form what another was told in the other', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 50, 50);
    const compact = scene.watch('ada');
    const plain = scene.watch('bo', 'plain');
    scene.tick();
    scene.ask('ada', move(60, 50));
    const packets = scene.tick();
    const read = (viewer: Viewer) => namesOf(packets(viewer).flatMap((packet) => readFrame(packet)));
    expect(read(compact)).toEqual(['steps']);
    expect(read(plain)).toEqual(['entityModified']);
  });
});

describe('facts', () => {
  it('spoken are told to those who have the speaker in view, and to no other', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('near', 55, 50);
    scene.join('far', 80, 50);
    const [own, near, far] = ['ada', 'near', 'far'].map((id) => scene.watch(id));
    scene.tick();
    scene.ask('ada', { name: 'chatMessage', payload: { message: 'hello' } });
    const packets = scene.tick();
    const heard = (viewer: Viewer | undefined) =>
      viewer === undefined ? [] : packets(viewer).flatMap((packet) => readFrame(packet));
    const line = { name: 'chatMessage', data: { sender: 'ada', message: 'hello', senderId: 'ada', channel: 'public' } };
    expect([heard(own), heard(near), heard(far)]).toEqual([[line], [line], []]);
  });

  it('are told to who came into view in this tick, and not to who lost it', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('comes', 80, 50);
    scene.join('goes', 51, 50);
    const [comes, goes] = ['comes', 'goes'].map((id) => scene.watch(id));
    scene.tick();
    put(scene, 'comes', 52, 50);
    put(scene, 'goes', 80, 50);
    scene.ask('ada', { name: 'chatMessage', payload: { message: 'hello' } });
    const packets = scene.tick();
    const names = (viewer: Viewer | undefined) =>
      viewer === undefined ? [] : namesOf(packets(viewer).flatMap((packet) => readFrame(packet)));
    expect(names(comes)).toContain('chatMessage');
    expect(names(goes)).not.toContain('chatMessage');
  });

  it('for the owner are told to nobody else', () => {
    const scene = watched();
    scene.join('ada', 50, 50);
    scene.join('bo', 50, 50);
    const [own, other] = ['ada', 'bo'].map((id) => scene.watch(id));
    scene.tick();
    const packets = scene.tick([{ kind: 'noticed', id: 'ada', text: 'psst' }]);
    expect(own === undefined ? [] : packets(own)).toHaveLength(1);
    expect(other === undefined ? [] : packets(other)).toEqual([]);
  });

  it('that are the shell’s business are told to nobody', () => {
    const scene = watched();
    const ada = scene.join('ada', 50, 50);
    const viewer = scene.watch('ada');
    scene.tick();
    const packets = scene.tick([
      { kind: 'faulted', id: 'ada', phase: 'players', message: 'Error' },
      { kind: 'idled', id: 'ada' },
      { kind: 'departed', id: 'ada', reason: 'lost' },
      { kind: 'joined', id: 'ada' },
      { kind: 'left', id: 'ada', reason: 'lost', entity: ada },
    ]);
    expect(packets(viewer)).toEqual([]);
  });
});
