import { useSignal } from '@preact/signals';
import backIcon from 'lucide-static/icons/arrow-left.svg?raw';
import leftIcon from 'lucide-static/icons/chevron-left.svg?raw';
import rightIcon from 'lucide-static/icons/chevron-right.svg?raw';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { BODIES, COLOUR_PARTS, HAIR_STYLES, PALETTES } from '../../../shared/content/looks.ts';
import { useHud } from '../context.ts';
import { NAME_MAX, nameProblem } from '../name-rules.ts';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Icon } from '../parts/icon.tsx';
import type { ChosenLook } from '../ports.ts';
import type { Screen } from '../state.ts';
import { windows } from '../window-state.ts';
import { FIRST_LOOK, hairAfter, randomLook, withColour } from './look-choices.ts';
import { PreviewStage } from './preview-stage.tsx';
import { TitleError, TitleFrame } from './title-frame.tsx';

const LEGENDS: Record<(typeof COLOUR_PARTS)[number], string> = {
  skin: 'Skin',
  hair: 'Hair',
  shirt: 'Shirt',
  trousers: 'Trousers',
  boots: 'Boots',
};

const NAME_ID = 'character-name';

/** A new character: name on one side, look on the other, the person between them. */
export function CreationScreen({ screen }: { screen: Screen & { kind: 'create' } }): JSX.Element {
  const { actions, ports } = useHud();
  const name = useSignal('');
  const touched = useSignal(false);
  const look = useSignal<ChosenLook>(FIRST_LOOK);
  const randomise = (): void => {
    look.value = randomLook(ports.random);
  };
  useEffect(() => {
    randomise();
    // Not on a phone, where its keyboard would cover the person.
    if (!windows.compact.peek()) document.getElementById(NAME_ID)?.focus();
  }, []);
  const problem = nameProblem(name.value);
  const submit = (event: Event): void => {
    event.preventDefault();
    touched.value = true;
    if (problem === undefined && !screen.busy) actions.createCharacter(name.value, look.value);
    else document.getElementById(NAME_ID)?.focus();
  };
  return (
    <TitleFrame small>
      <form class="panel creation" onSubmit={submit} aria-labelledby="creation-title" noValidate>
        <h2 id="creation-title">Who are you?</h2>
        <PreviewStage look={look.value} randomise={randomise} />
        <div class="creation-choices">
          <NameField
            name={name.value}
            problem={touched.value ? problem : undefined}
            change={(text) => {
              name.value = text;
              touched.value = text !== '';
            }}
          />
          <LookFields look={look.value} change={(next) => (look.value = next)} />
        </div>
        <div class="creation-end">
          <TitleError text={screen.error} />
          <div class="title-buttons">
            {screen.canGoBack === true && (
              <button type="button" class="button button-quiet" onClick={() => actions.openCharacters()}>
                <Icon svg={backIcon} />
                Back
              </button>
            )}
            <button type="submit" class="button button-main" aria-busy={screen.busy} disabled={screen.busy}>
              {screen.busy ? 'One moment…' : 'Enter the world'}
            </button>
          </div>
        </div>
      </form>
    </TitleFrame>
  );
}

function NameField(properties: {
  name: string;
  problem: string | undefined;
  change: (text: string) => void;
}): JSX.Element {
  const { name, problem, change } = properties;
  return (
    <div class="name-field">
      <label for={NAME_ID}>Name</label>
      <input
        id={NAME_ID}
        value={name}
        maxLength={NAME_MAX}
        autocomplete="off"
        autocapitalize="words"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby="name-hint"
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p id="name-hint" class={problem === undefined ? '' : 'is-wrong'} aria-live="polite">
        {problem ?? '1 to 12 letters, digits, spaces or hyphens.'}
      </p>
    </div>
  );
}

function LookFields({ look, change }: { look: ChosenLook; change: (look: ChosenLook) => void }): JSX.Element {
  return (
    <>
      <ChoiceGroup
        class="segmented"
        legend="Body"
        name="body"
        choices={BODIES.map((label, value) => ({ value, label }))}
        chosen={look.body}
        choose={(body) => change({ ...look, body })}
      />
      <HairField hair={look.hair} change={(hair) => change({ ...look, hair })} />
      {COLOUR_PARTS.map((part, slot) => (
        <ChoiceGroup
          key={part}
          class="swatches"
          legend={LEGENDS[part]}
          name={part}
          choices={(PALETTES[slot] ?? []).map((shade, value) => ({
            value,
            label: shade.name,
            face: <span class="swatch" style={{ backgroundColor: shade.css }} />,
          }))}
          chosen={look.colours[slot] ?? 0}
          choose={(colour) => change(withColour(look, slot, colour))}
        />
      ))}
    </>
  );
}

/** One style at a time: there are too many for a row, and the person shows what a name cannot. */
function HairField({ hair, change }: { hair: number; change: (hair: number) => void }): JSX.Element {
  return (
    <fieldset class="choices">
      <legend id="hair-name">Hair style</legend>
      <div class="cycler">
        <button
          type="button"
          class="icon-button"
          aria-label="Previous hair style"
          onClick={() => change(hairAfter(hair, -1))}
        >
          <Icon svg={leftIcon} />
        </button>
        <output aria-labelledby="hair-name">{HAIR_STYLES[hair]?.name}</output>
        <button
          type="button"
          class="icon-button"
          aria-label="Next hair style"
          onClick={() => change(hairAfter(hair, 1))}
        >
          <Icon svg={rightIcon} />
        </button>
      </div>
    </fieldset>
  );
}
