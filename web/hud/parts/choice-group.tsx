import type { ComponentChildren, JSX } from 'preact';

/** One of several: radio buttons that look like anything, so the browser does arrows, focus and names. */
export function ChoiceGroup<V extends string | number>(properties: {
  readonly legend: string;
  readonly name: string;
  readonly class: string;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly face?: ComponentChildren }[];
  readonly chosen: V;
  readonly choose: (value: V) => void;
}): JSX.Element {
  const { legend, name, choices, chosen, choose } = properties;
  return (
    <fieldset class={`choices ${properties.class}`}>
      <legend>{legend}</legend>
      <div class="choices-row">
        {choices.map(({ value, label, face }) => (
          <label key={value} class="choice" title={face === undefined ? undefined : label}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => choose(value)} />
            <span class="choice-face">{face ?? label}</span>
            {face !== undefined && <span class="unseen">{label}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
