import { type ApiCharacter, ApiError, createCharacter, createGuest, listCharacters } from './api.ts';
import type { ChosenLook } from './hud/ports.ts';
import { hud } from './hud/state.ts';

const TOKEN_KEY = 'larkmark.guest';

/** The way from the title to a character: who one is, and whom one plays. */
export interface SignIn {
  /** Goes on where the browser remembers a guest; otherwise the title waits for a click. */
  resume(): Promise<void>;
  playAsGuest(): Promise<void>;
  showCharacters(): Promise<void>;
  openCreation(): void;
  create(name: string, look: ChosenLook): Promise<void>;
  choose(id: string): Promise<void>;
  token(): string;
}

/** @param enter takes a character into the world; rejects with a sentence for the player */
export function createSignIn(store: Storage, enter: (character: ApiCharacter) => Promise<void>): SignIn {
  let characters: readonly ApiCharacter[] = [];
  const token = () => store.getItem(TOKEN_KEY) ?? '';

  const showCharacters = async () => {
    characters = await listCharacters(token());
    if (characters.length === 0) hud.screen.value = { kind: 'create', busy: false };
    else hud.screen.value = { kind: 'characters', characters, busy: false };
  };
  const choose = async (id: string) => {
    const character = characters.find((row) => row.id === id);
    if (character === undefined) return;
    hud.screen.value = { kind: 'characters', characters, busy: true };
    try {
      await enter(character);
    } catch (error) {
      hud.screen.value = { kind: 'characters', characters, busy: false, error: sentence(error) };
    }
  };

  return {
    token,
    choose,
    showCharacters,
    async resume() {
      if (token() === '') return;
      hud.screen.value = { kind: 'login', busy: true };
      try {
        await showCharacters();
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) store.removeItem(TOKEN_KEY);
        hud.screen.value = { kind: 'login', busy: false, error: sentence(error) };
      }
    },
    async playAsGuest() {
      hud.screen.value = { kind: 'login', busy: true };
      try {
        if (token() === '') store.setItem(TOKEN_KEY, await createGuest());
        await showCharacters();
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) store.removeItem(TOKEN_KEY);
        hud.screen.value = { kind: 'login', busy: false, error: sentence(error) };
      }
    },
    openCreation() {
      hud.screen.value = { kind: 'create', busy: false, canGoBack: characters.length > 0 };
    },
    async create(name, look) {
      const canGoBack = characters.length > 0;
      hud.screen.value = { kind: 'create', busy: true, canGoBack };
      try {
        const id = await createCharacter(token(), name, look);
        characters = await listCharacters(token());
        await choose(id);
      } catch (error) {
        hud.screen.value = { kind: 'create', busy: false, error: sentence(error), canGoBack };
      }
    },
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Try again in a moment.';
}
