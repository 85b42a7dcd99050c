import chevronIcon from 'lucide-static/icons/chevron-right.svg?raw';
import plusIcon from 'lucide-static/icons/plus.svg?raw';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { moveFocus } from '../parts/roving.ts';
import type { CharacterRow, Screen } from '../state.ts';
import { TitleError, TitleFrame } from './title-frame.tsx';

/** Who of one's characters to play, or a new one. */
export function CharactersScreen({ screen }: { screen: Screen & { kind: 'characters' } }): JSX.Element {
  const { actions } = useHud();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <TitleFrame small>
      <section class="panel title-panel" aria-labelledby="characters-title">
        <h2 id="characters-title">Your characters</h2>
        <TitleError text={screen.error} />
        <ul
          ref={list}
          class="characters"
          onKeyDown={(event) => list.current !== null && moveFocus(event, list.current, 'button', 'column')}
        >
          {screen.characters.map((character) => (
            <li key={character.id}>
              <CharacterButton character={character} busy={screen.busy} />
            </li>
          ))}
        </ul>
        <div class="title-buttons">
          <button type="button" class="button" disabled={screen.busy} onClick={() => actions.openCreation()}>
            <Icon svg={plusIcon} />
            New character
          </button>
          <button type="button" class="button button-quiet" disabled={screen.busy} onClick={() => actions.logout()}>
            Log out
          </button>
        </div>
      </section>
    </TitleFrame>
  );
}

function CharacterButton({ character, busy }: { character: CharacterRow; busy: boolean }): JSX.Element {
  const { actions, ports } = useHud();
  const play = (): void => {
    ports.sound('click');
    actions.chooseCharacter(character.id);
  };
  return (
    <button type="button" class="character" disabled={busy} onClick={play}>
      <span class="character-initial" aria-hidden="true">
        {character.name.slice(0, 1)}
      </span>
      <span class="character-name">{character.name}</span>
      <span class="character-detail">
        {regionName(character.region)}, combat level {character.combatLevel}
      </span>
      <Icon svg={chevronIcon} />
    </button>
  );
}

/** A region's id as a name, for regions that this page has no table of. */
function regionName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
