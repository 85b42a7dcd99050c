import { useSignal } from '@preact/signals';
import backIcon from 'lucide-static/icons/arrow-left.svg?raw';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useHud } from '../context.ts';
import { NAME_MAX, nameProblem } from '../name-rules.ts';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Icon } from '../parts/icon.tsx';
import type { ChosenLook } from '../ports.ts';
import type { Screen } from '../state.ts';
import { LOOKS } from './available-looks.ts';
import { COLOUR_SLOTS, FIRST_LOOK, randomLook, withColour } from './look-choices.ts';
import { PreviewStage } from './preview-stage.tsx';
import { TitleError, TitleFrame } from './title-frame.tsx';

/** A new character: name on one side, look on the other, the person between them. */
export function CreationScreen({ screen }: { screen: Screen & { kind: 'create' } }): JSX.Element {
  const { actions, ports } = useHud();
  const name = useSignal('');
  const touched = useSignal(false);
  const look = useSignal<ChosenLook>(FIRST_LOOK);
  const randomise = (): void => {
    look.value = randomLook(LOOKS, ports.random);
  };
  useEffect(randomise, []);
  const problem = nameProblem(name.value);
  const submit = (event: Event): void => {
    event.preventDefault();
    touched.value = true;
    if (problem === undefined && !screen.busy) actions.createCharacter(name.value, look.value);
    else document.getElementById('character-name')?.focus();
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

function NameField(properties: { name: string; problem: string | undefined; change: (text: string) => void }): JSX.Element {
  const { name, problem, change } = properties;
  return (
    <div class="name-field">
      <label for="character-name">Name</label>
      <input
        id="character-name"
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
        choices={LOOKS.bodies.map((label, value) => ({ value, label }))}
        chosen={look.body}
        choose={(body) => change({ ...look, body })}
      />
      <ChoiceGroup
        class="segmented"
        legend="Hair style"
        name="hair"
        choices={LOOKS.hairs.map((label, value) => ({ value, label }))}
        chosen={look.hair}
        choose={(hair) => change({ ...look, hair })}
      />
      {COLOUR_SLOTS.map((slot, index) => (
        <ChoiceGroup
          key={slot}
          class="swatches"
          legend={slot}
          name={slot}
          choices={(LOOKS.palettes[index] ?? []).map((shade, value) => ({
            value,
            label: shade.name,
            face: <span class="swatch" style={{ backgroundColor: shade.css }} />,
          }))}
          chosen={look.colours[index] ?? 0}
          choose={(colour) => change(withColour(look, index, colour))}
        />
      ))}
    </>
  );
}
