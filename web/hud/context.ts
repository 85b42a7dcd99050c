import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { HudPorts } from './ports.ts';
import type { HudActions } from './state.ts';

export interface HudContext {
  readonly actions: HudActions;
  readonly ports: HudPorts;
}

export const HudContext = createContext<HudContext | undefined>(undefined);

/** What the panels may ask of the game and of the page. @throws outside of `mountHud` */
export function useHud(): HudContext {
  const context = useContext(HudContext);
  if (context === undefined) throw new Error('a panel is used outside of mountHud');
  return context;
}
