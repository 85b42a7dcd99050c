import logoutIcon from 'lucide-static/icons/log-out.svg?raw';
import minusIcon from 'lucide-static/icons/minus.svg?raw';
import plusIcon from 'lucide-static/icons/plus.svg?raw';
import type { JSX } from 'preact';
import { useHud } from '../context.ts';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { Icon } from '../parts/icon.tsx';
import { QUALITIES, type Quality, SCALE_MAX, SCALE_MIN, SCALE_STEP, saveSettings } from '../settings.ts';
import { hud, type Volumes } from '../state.ts';

const QUALITY_NAMES: Record<Quality, string> = { high: 'High', medium: 'Medium', low: 'Low', potato: 'Lowest' };

const VOLUME_NAMES: Record<keyof Volumes, string> = {
  master: 'Overall',
  music: 'Music',
  effects: 'Effects',
  ambience: 'Surroundings',
};

export function SettingsWindow(): JSX.Element {
  return (
    <div class="settings">
      <QualitySetting />
      <ScaleSetting />
      <VolumeSettings />
      <MotionNote />
      <Leaving />
    </div>
  );
}

function QualitySetting(): JSX.Element {
  const { actions, ports } = useHud();
  const choose = (quality: Quality): void => {
    hud.quality.value = quality;
    actions.setQuality(quality);
    saveSettings(ports.store);
    ports.sound('click');
  };
  return (
    <ChoiceGroup
      class="segmented"
      legend="Graphics"
      name="quality"
      choices={QUALITIES.map((quality) => ({ value: quality, label: QUALITY_NAMES[quality] }))}
      chosen={hud.quality.value}
      choose={choose}
    />
  );
}

function ScaleSetting(): JSX.Element {
  const { ports } = useHud();
  const scale = hud.scale.value;
  const set = (next: number): void => {
    hud.scale.value = Math.min(Math.max(next, SCALE_MIN), SCALE_MAX);
    saveSettings(ports.store);
    ports.sound('click');
  };
  return (
    <fieldset class="field" aria-labelledby="scale-name">
      <span class="field-name" id="scale-name">
        Interface size
      </span>
      <span class="stepper">
        <button
          type="button"
          class="icon-button"
          aria-label="Smaller"
          disabled={scale <= SCALE_MIN}
          onClick={() => set(scale - SCALE_STEP)}
        >
          <Icon svg={minusIcon} />
        </button>
        <output aria-labelledby="scale-name">{scale} %</output>
        <button
          type="button"
          class="icon-button"
          aria-label="Larger"
          disabled={scale >= SCALE_MAX}
          onClick={() => set(scale + SCALE_STEP)}
        >
          <Icon svg={plusIcon} />
        </button>
      </span>
    </fieldset>
  );
}

function VolumeSettings(): JSX.Element {
  const { ports } = useHud();
  const volumes = hud.volumes.value;
  return (
    <fieldset class="volumes">
      <legend>Sound</legend>
      {(Object.keys(VOLUME_NAMES) as (keyof Volumes)[]).map((bus) => (
        // Keys of a record are its own; the library types them as plain strings.
        <label key={bus} class="slider">
          <span class="field-name">{VOLUME_NAMES[bus]}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={volumes[bus]}
            onInput={(event) =>
              (hud.volumes.value = { ...hud.volumes.value, [bus]: event.currentTarget.valueAsNumber })
            }
            onChange={() => saveSettings(ports.store)}
          />
          <output>{volumes[bus] === 0 ? 'off' : volumes[bus]}</output>
        </label>
      ))}
    </fieldset>
  );
}

function MotionNote(): JSX.Element {
  const roundTrip = hud.roundTripMs.value;
  return (
    <p class="window-note">
      {roundTrip !== undefined && <>Answer time {Math.round(roundTrip)} ms. </>}
      Animations of the interface follow your system&rsquo;s &ldquo;reduce motion&rdquo; setting.
    </p>
  );
}

function Leaving(): JSX.Element {
  const { actions } = useHud();
  return (
    <button type="button" class="button button-quiet" onClick={() => actions.logout()}>
      <Icon svg={logoutIcon} />
      Log out
    </button>
  );
}
