import type { VNode } from 'preact';

/** A gesture drawn as a small figure of 32 by 32: round head, thick limbs, and signs of movement in a thinner line. */
function figure(limbs: string, signs = '', head: readonly [x: number, y: number] = [16, 7]): VNode {
  return (
    <g fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">
      <circle cx={head[0]} cy={head[1]} r="4" fill="currentColor" stroke="none" />
      <path d={limbs} stroke-width="2.6" />
      {signs !== '' && <path d={signs} stroke-width="1.4" class="emote-signs" />}
    </g>
  );
}

const BODY = 'M16 13.5V20M16 20l-3.5 8M16 20l3.5 8';

/** By emote id. */
export const EMOTE_FIGURES: Readonly<Record<string, VNode>> = {
  wave: figure(
    `${BODY}M16 14l-5 5M16 14l6-3 1-6`,
    'M26 3c1.600 1 2 3 1.500 5M20 2.500c.600-.700 1.500-1.200 2.500-1.300',
  ),
  bow: figure('M13 20V28M18 20V28M15.500 20C15 15 17 13 21 12.500M20 13.500l-1 6', 'M27 16c0 3-1 5-3 6', [25, 10]),
  nod: figure(`${BODY}M16 14l-5 5M16 14l5 5`, 'M23 4v6M21.300 8.200 23 10l1.700-1.800'),
  shake: figure(`${BODY}M16 14l-5 5M16 14l5 5`, 'M8 5v4M6.500 7H10M24 5v4M22 7h3.500'),
  cheer: figure(`${BODY}M16 14l-5-4-2-6M16 14l5-4 2-6`, 'M5 3l1.500 2M27 3l-1.500 2M16 .8V1'),
  clap: figure(`${BODY}M16 14l-1 4 6-2M16 14l4 1 1.500 1`, 'M24 12l2-1.500M25 16h2.500M24 20l2 1.500'),
  laugh: figure('M16 13.500V20l-4 8M16 20l4 8M16 14l-3 4 3 2M16 14l3 4-3 2', 'M6 6l2 1M6 10l2-1M26 6l-2 1M26 10l-2-1'),
  think: figure(`${BODY}M16 14l5 4-3.500-6M16 14l-5 5h5`, 'M23 3.500c0-2 4-2 4 .3 0 1.700-2 1.700-2 3.500M25 10v.1'),
  cry: figure(`${BODY}M16 14l-5 1 2.500-5M16 14l5 1-2.500-5`, 'M9 8v3M7 12v3M23 8v3M25 12v3'),
  beckon: figure(`${BODY}M16 14l-5 5M16 14l6 1 2-4`, 'M28 6c-1-2-4-2.500-5.500-.5M22 3.500l.300 2.300 2.200-.4'),
  dance: figure(
    'M16 13.500 15 20l5 3-1 6M15 20l-5 7M15.500 14l-6-1 1-5M15.500 14l6 2 3-4',
    'M26 3v5M26 3l3-.5M5 17l-1.500 2M27 17l1.500 2',
  ),
  shrug: figure(`${BODY}M16 14l-5 3-3-4M16 14l5 3 3-4`, 'M6 10.500l2-1M26 10.500l-2-1'),
};
