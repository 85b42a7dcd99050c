import type { JSX } from 'preact';
import { GameScreen } from './game-screen.tsx';
import { hud } from './state.ts';
import { CharactersScreen } from './title/characters.tsx';
import { CreationScreen } from './title/creation.tsx';
import { LoadingScreen } from './title/loading.tsx';
import { LoginScreen } from './title/login.tsx';

/** The one screen that is shown. */
export function App(): JSX.Element {
  const screen = hud.screen.value;
  switch (screen.kind) {
    case 'login':
      return <LoginScreen screen={screen} />;
    case 'characters':
      return <CharactersScreen screen={screen} />;
    case 'create':
      return <CreationScreen screen={screen} />;
    case 'loading':
      return <LoadingScreen screen={screen} />;
    case 'playing':
      return <GameScreen />;
  }
}
