import type { CharacterSave } from './save.ts';

/**
 * Who has a character. At most one region has custody at a time, and only this state decides which:
 * the epoch grows with every lease and fences what is said about older ones, the generation grows
 * with every login and fences older sockets. Region names are those of their objects, `<world>/<region>`.
 */
export interface Custody {
  readonly epoch: number;
  readonly generation: number;
  /** The region that has the lease; null while the character is at home, with the Character object. */
  readonly custodian: string | null;
  /** Whether the custodian said that it has it. True at home. */
  readonly acknowledged: boolean;
  /** Parked here, and at home the truth; while leased, what the custodian was given. */
  readonly save: CharacterSave;
  /** Region id to go back to where the custodian refuses. */
  readonly previousRegion: string;
  /** Deleted for good. Kept as a tombstone, so that nothing late brings it back. */
  readonly erased: boolean;
}

export type CustodyMessage =
  /** The player wants in, in this world. */
  | { readonly kind: 'login'; readonly world: string }
  | { readonly kind: 'admitted'; readonly from: string; readonly epoch: number }
  | { readonly kind: 'refused'; readonly from: string; readonly epoch: number }
  /** A region gives the character back: to its object, or on to another region. */
  | {
      readonly kind: 'checkin';
      readonly from: string;
      readonly epoch: number;
      readonly save: CharacterSave;
      readonly destination: string | null;
    }
  | { readonly kind: 'erase' }
  | { readonly kind: 'evicted'; readonly from: string; readonly epoch: number }
  /** Time to say again what was not answered. */
  | { readonly kind: 'resend' };

export type CustodyOutput =
  | {
      readonly kind: 'admit';
      readonly to: string;
      readonly epoch: number;
      readonly generation: number;
      readonly save: CharacterSave;
    }
  | { readonly kind: 'takeover'; readonly to: string; readonly epoch: number; readonly generation: number }
  | { readonly kind: 'evict'; readonly to: string; readonly epoch: number }
  /** The region may delete its copy. */
  | { readonly kind: 'checkedIn'; readonly to: string; readonly epoch: number };

/** A state and what must be said once it is stored. */
export interface CustodyStep {
  readonly custody: Custody;
  readonly outputs: readonly CustodyOutput[];
}

/** A character that was just made: at home, never leased. */
export function newCustody(save: CharacterSave): Custody {
  return {
    epoch: 0,
    generation: 0,
    custodian: null,
    acknowledged: true,
    save,
    previousRegion: save.region,
    erased: false,
  };
}

/** Whether something was said that has no answer yet, so that it must be said again later. */
export function isWaiting(custody: Custody): boolean {
  return custody.custodian !== null && (custody.erased || !custody.acknowledged);
}

/**
 * One message. Pure; the state is to be stored in one commit, and the outputs leave after it. Every
 * message and every output may be lost, repeated, delayed or overtaken.
 */
export function stepCustody(custody: Custody, message: CustodyMessage): CustodyStep {
  switch (message.kind) {
    case 'login':
      return login(custody, message.world);
    case 'admitted':
      return isCurrent(custody, message) ? { custody: { ...custody, acknowledged: true }, outputs: [] } : idle(custody);
    case 'refused':
      return isCurrent(custody, message) && !custody.acknowledged
        ? { custody: atHomeAgain(custody), outputs: [] }
        : idle(custody);
    case 'checkin':
      return checkin(custody, message);
    case 'erase':
      return resend({ ...custody, erased: true });
    case 'evicted':
      return custody.erased && isCurrent(custody, message)
        ? { custody: { ...custody, custodian: null }, outputs: [] }
        : idle(custody);
    case 'resend':
      return resend(custody);
  }
}

function login(custody: Custody, world: string): CustodyStep {
  if (custody.erased) return idle(custody);
  const next = { ...custody, generation: custody.generation + 1 };
  if (next.custodian === null) return lease(next, `${world}/${next.save.region}`);
  const { custodian: to, epoch, generation } = next;
  const takeover: CustodyOutput = { kind: 'takeover', to, epoch, generation };
  // A lease that was never acknowledged may have arrived with the older generation, or not at all: say both.
  return { custody: next, outputs: next.acknowledged ? [takeover] : [admitOf(next, to), takeover] };
}

function checkin(custody: Custody, message: Extract<CustodyMessage, { kind: 'checkin' }>): CustodyStep {
  const { from, epoch, save, destination } = message;
  const checkedIn: CustodyOutput = { kind: 'checkedIn', to: from, epoch };
  if (!isCurrent(custody, message)) {
    const isStale = epoch < custody.epoch || (epoch === custody.epoch && custody.custodian === null);
    return { custody, outputs: isStale ? [checkedIn] : [] };
  }
  const region = regionOf(from);
  const home: Custody = {
    ...custody,
    custodian: null,
    acknowledged: true,
    save: { ...save, region },
    previousRegion: region,
  };
  if (destination === null || custody.erased) return { custody: home, outputs: [checkedIn] };
  const leased = lease({ ...home, save: { ...save, region: regionOf(destination) } }, destination);
  return { custody: leased.custody, outputs: [checkedIn, ...leased.outputs] };
}

/** Leaves for a region: a new epoch, and the region's word for it still to come. */
function lease(custody: Custody, to: string): CustodyStep {
  const leased: Custody = { ...custody, epoch: custody.epoch + 1, custodian: to, acknowledged: false };
  return { custody: leased, outputs: [admitOf(leased, to)] };
}

/** The custodian will not have it, ever, under this epoch: the character waits at home, where it came from. */
function atHomeAgain(custody: Custody): Custody {
  const save = { ...custody.save, region: custody.previousRegion };
  return { ...custody, custodian: null, acknowledged: true, save };
}

function resend(custody: Custody): CustodyStep {
  const { custodian: to, epoch } = custody;
  if (to === null || !isWaiting(custody)) return idle(custody);
  return { custody, outputs: [custody.erased ? { kind: 'evict', to, epoch } : admitOf(custody, to)] };
}

function admitOf(custody: Custody, to: string): CustodyOutput {
  return { kind: 'admit', to, epoch: custody.epoch, generation: custody.generation, save: custody.save };
}

/** Whether a region speaks of the lease that holds now. */
function isCurrent(custody: Custody, message: { readonly from: string; readonly epoch: number }): boolean {
  return message.from === custody.custodian && message.epoch === custody.epoch;
}

function idle(custody: Custody): CustodyStep {
  return { custody, outputs: [] };
}

/** The region id in the name of a region's object. */
function regionOf(name: string): string {
  const [, region] = name.split('/');
  if (region === undefined || region === '') throw new Error(`not a region's name: ${name}`);
  return region;
}
