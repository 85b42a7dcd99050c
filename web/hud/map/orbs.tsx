import footIcon from 'lucide-static/icons/footprints.svg?raw';
import heartIcon from 'lucide-static/icons/heart.svg?raw';
import type { JSX } from 'preact';
import { useHud } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { hud } from '../state.ts';

/** Health in numbers and as a level. */
export function HealthOrb(): JSX.Element {
  const { current, max } = hud.health.value;
  return (
    <div
      class="orb orb-health"
      role="img"
      aria-label={`Health ${current} of ${max}`}
      title={`Health: ${current} of ${max}`}
    >
      <OrbLevel share={max > 0 ? current / max : 0} />
      <Icon svg={heartIcon} />
      <span class="orb-text">{current}</span>
    </div>
  );
}

/** Run energy; pressing it switches running. */
export function RunOrb(): JSX.Element {
  const { actions, ports } = useHud();
  const percent = Math.floor(hud.runEnergy.value);
  const running = hud.running.value;
  const toggle = (): void => {
    ports.sound('click');
    actions.toggleRunning();
  };
  return (
    <button
      type="button"
      class="orb orb-run"
      aria-pressed={running}
      aria-label={`Run, energy ${percent} percent`}
      title={`${running ? 'Walk' : 'Run'} (R) — energy ${percent} %`}
      onClick={toggle}
    >
      <OrbLevel share={percent / 100} />
      <Icon svg={footIcon} />
      <span class="orb-text">{percent}%</span>
    </button>
  );
}

function OrbLevel({ share }: { share: number }): JSX.Element {
  return (
    <span
      class="orb-level"
      style={{ transform: `translateY(${Math.round((1 - Math.min(Math.max(share, 0), 1)) * 100)}%)` }}
    />
  );
}
