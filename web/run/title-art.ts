import { cottage, facetedHill, mountain, pine, roundTree, shapes } from './title-shapes.ts';

const WIDTH = 1600;
const HEIGHT = 1000;

/**
 * The picture behind the title page, `web/hud/art/vale.svg`: the vale at golden hour in the facets of the game's own models.
 * The same code gives the same text; its test keeps the file equal to it.
 */
export function vale(): string {
  const layers = [definitions(), sky(), mountains(), farHills(), river(), village(), nearHills(), foreground()];
  const size = `viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMax slice"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>The vale at evening</title>${layers.join('')}</svg>\n`;
}

function definitions(): string {
  const trees = [
    `<g id="o">${roundTree(11, '#2f5a2b', '#8fb445', '#4a2f1c')}</g>`,
    `<g id="p">${roundTree(23, '#28502c', '#a9b848', '#43291a')}</g>`,
    `<g id="a">${roundTree(37, '#6d4a1c', '#e3a743', '#472d1a')}</g>`,
    `<g id="f">${pine(5, '#1f4636', '#5d8a4d')}</g>`,
    `<g id="c">${cottage('#8f6428', '#d9a352')}</g>`,
  ];
  const gradients =
    '<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4c7fa6"/><stop offset=".3" stop-color="#8fb3b8"/><stop offset=".5" stop-color="#f0d39a"/><stop offset=".62" stop-color="#f6b86a"/></linearGradient>' +
    '<radialGradient id="g"><stop offset="0" stop-color="#fff4cf"/><stop offset=".16" stop-color="#ffe6a8" stop-opacity=".85"/><stop offset="1" stop-color="#ffcf80" stop-opacity="0"/></radialGradient>' +
    '<linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f3cf92"/><stop offset=".25" stop-color="#7fb0b4"/><stop offset="1" stop-color="#23637f"/></linearGradient>' +
    '<linearGradient id="m" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f6c887" stop-opacity="0"/><stop offset="1" stop-color="#f9d9a0" stop-opacity=".75"/></linearGradient>';
  return `<defs>${gradients}${trees.join('')}</defs>`;
}

function sky(): string {
  const cloud = (x: number, y: number, s: number, opacity: number): string =>
    `<path transform="translate(${x} ${y}) scale(${s})" opacity="${opacity}" fill="#fff0d2" d="M0 30 22 14 58 18 84-4 128 2 150 18 196 16 222 32 170 40 60 42Z"/>`;
  return (
    `<path fill="url(#s)" d="M0 0H${WIDTH}V${HEIGHT}H0Z"/>` +
    cloud(120, 150, 1.2, 0.5) +
    cloud(470, 90, 0.8, 0.4) +
    cloud(1180, 120, 1.4, 0.45) +
    cloud(860, 220, 0.7, 0.35) +
    cloud(1420, 250, 0.8, 0.4) +
    '<circle cx="1190" cy="400" r="430" fill="url(#g)"/><circle cx="1190" cy="400" r="44" fill="#fff6da"/>' +
    birds()
  );
}

/** A lark that rises singing, and others far off. */
function birds(): string {
  const bird = (x: number, y: number, s: number): string =>
    `<path transform="translate(${x} ${y}) scale(${s})" fill="#3b2c22" d="M0 0C-10-12-24-18-40-16-28-10-18-2-12 6-6 10-2 12 4 12 14 20 20 22 28 20L18 11C26 4 36-6 52-10 34-14 14-12 0 0Z"/>`;
  return bird(352, 250, 1) + bird(470, 200, 0.45) + bird(1290, 300, 0.4) + bird(1345, 270, 0.28) + bird(700, 150, 0.3);
}

function mountains(): string {
  return (
    mountain(1, [-120, 600], 400, 330, '#8488ab', '#c6b4ae') +
    mountain(2, [180, 600], 340, 230, '#8b90b0', '#d2bba8') +
    mountain(3, [390, 600], 420, 310, '#8389ab', '#cfb8aa') +
    mountain(6, [640, 600], 300, 190, '#9497b2', '#dac0a6') +
    mountain(7, [850, 600], 300, 170, '#9b98b0', '#e2c4a2') +
    mountain(5, [1330, 600], 400, 330, '#918ca6', '#dbbb9f') +
    mountain(4, [1140, 600], 330, 220, '#9c94a8', '#e4c5a1') +
    `<path fill="url(#m)" d="M0 400H${WIDTH}V620H0Z"/>`
  );
}

function farHills(): string {
  return (
    facetedHill(
      7,
      [
        [0, 520],
        [260, 470],
        [560, 540],
        [820, 560],
        [1100, 530],
        [1400, 480],
        [1600, 510],
      ],
      640,
      '#6f8f63',
      '#b9b266',
    ) +
    trees('f', [
      [60, 505, 0.4],
      [96, 500, 0.5],
      [130, 494, 0.42],
      [1330, 500, 0.45],
      [1370, 492, 0.55],
      [1420, 490, 0.48],
      [1460, 492, 0.4],
      [1530, 504, 0.5],
    ]) +
    trees('o', [
      [250, 478, 0.32],
      [320, 486, 0.28],
      [690, 562, 0.24],
      [730, 566, 0.2],
      [1180, 522, 0.3],
      [1240, 512, 0.34],
    ]) +
    facetedHill(
      8,
      [
        [0, 590],
        [300, 560],
        [560, 600],
        [800, 592],
        [1000, 600],
        [1300, 555],
        [1600, 580],
      ],
      1000,
      '#55803f',
      '#aab256',
    ) +
    facetedHill(
      14,
      [
        [0, 700],
        [300, 690],
        [640, 660],
        [900, 690],
        [1200, 670],
        [1600, 690],
      ],
      1000,
      '#4a7638',
      '#9fad4e',
    )
  );
}

/** Where the river is at a height of the picture: its middle and half of its width. */
function riverAt(y: number): { middle: number; half: number } {
  const near = (y - 592) / (HEIGHT - 592);
  return { middle: 850 + 100 * Math.sin(near * 5) * (1 - 0.45 * near) + 60 * near, half: 3 + 165 * near ** 1.5 };
}

/** From the far end of the vale to the lower edge, sand along it and light on it. */
function river(): string {
  const rows = Array.from({ length: 42 }, (_, i) => 592 + i * 10);
  const bank = (side: 1 | -1, extra: number): string[] =>
    rows.map((y) => {
      const { middle, half } = riverAt(y);
      return `${Math.round(middle + side * (half + extra * (0.2 + (half / 165) * 1.2)))} ${y}`;
    });
  const bed = (extra: number): string => `M${[...bank(-1, extra), ...bank(1, extra).reverse()].join(' ')}Z`;
  const light = [640, 668, 700, 745, 770, 800, 835, 860, 900, 935, 970].map((y, i) => {
    const { middle, half } = riverAt(y);
    const from = middle + half * (((i * 37) % 100) / 100 - 0.75);
    return `M${Math.round(from)} ${y}h${Math.round(half * (0.35 + ((i * 53) % 40) / 100))}`;
  });
  return (
    `<path fill="#d9c38a" d="${bed(13)}"/><path fill="#eef3dc" fill-opacity=".75" d="${bed(4)}"/><path fill="url(#w)" d="${bed(0)}"/>` +
    `<path fill="none" stroke="#ffeec4" stroke-opacity=".5" stroke-width="4" stroke-linecap="round" d="${light.join('')}"/>`
  );
}

function village(): string {
  const smoke = (x: number, y: number): string =>
    `<path fill="none" stroke="#fff3dc" stroke-opacity=".4" stroke-width="9" stroke-linecap="round" d="M${x} ${y}c-8-20 14-30 4-52s16-30 8-52"/>`;
  const house = (x: number, y: number, s: number, flip = false): string =>
    `<use href="#c" transform="translate(${x} ${y}) scale(${flip ? -s : s} ${s})"/>`;
  return (
    trees('o', [
      [300, 640, 0.7],
      [560, 650, 0.55],
    ]) +
    smoke(372, 560) +
    smoke(1236, 560) +
    house(330, 660, 0.8) +
    house(470, 690, 0.95, true) +
    house(216, 700, 0.9) +
    house(1200, 655, 0.8, true) +
    house(1330, 690, 0.95) +
    trees('p', [
      [640, 720, 0.62],
      [1110, 690, 0.5],
      [1440, 690, 0.8],
    ]) +
    trees('a', [
      [140, 690, 0.75],
      [1270, 720, 0.5],
    ]) +
    bridge()
  );
}

function bridge(): string {
  const planks = Array.from({ length: 13 }, (_, i) => {
    const x = 700 + i * 18;
    const rise = Math.round(22 * Math.sin((Math.PI * (i + 0.5)) / 13));
    return `<path fill="${i % 2 === 0 ? '#9a6a38' : '#84582c'}" d="M${x} ${722 - rise}h17l6 26h-18Z"/>`;
  }).join('');
  const rail = (dx: number, dy: number, colour: string): string =>
    `<path fill="none" stroke="${colour}" stroke-width="7" d="M${698 + dx} ${692 + dy}Q${820 + dx} ${640 + dy} ${940 + dx} ${692 + dy}M${702 + dx} ${686 + dy}v38M${778 + dx} ${664 + dy}v38M${858 + dx} ${664 + dy}v38M${934 + dx} ${686 + dy}v38"/>`;
  const { middle } = riverAt(722);
  return `<g transform="translate(${Math.round(middle - 820 * 0.72)} 200) scale(.72)">${rail(-2, 4, '#5e3d20')}${planks}${rail(6, 28, '#6f4a27')}</g>`;
}

function nearHills(): string {
  return (
    facetedHill(
      9,
      [
        [0, 730],
        [180, 726],
        [400, 790],
        [580, 880],
        [700, 1000],
      ],
      1000,
      '#3f6b33',
      '#93a547',
      [0, 1000],
    ) +
    facetedHill(
      10,
      [
        [1080, 1000],
        [1150, 880],
        [1270, 800],
        [1440, 742],
        [1600, 734],
      ],
      1000,
      '#3f6b33',
      '#9cab4a',
      [1600, 1000],
    ) +
    trees('f', [
      [90, 770, 1.1],
      [1540, 770, 1.15],
    ]) +
    trees('o', [
      [230, 800, 1],
      [1400, 800, 1.05],
    ]) +
    trees('p', [
      [450, 840, 0.7],
      [1260, 840, 0.72],
    ])
  );
}

/** What stands nearest frames the picture: two large trees and a signpost with the lark's mate on it. */
function foreground(): string {
  const post =
    '<path fill="#4b301a" d="M606 800h16l3 180h-22Z"/><path fill="#8a5c2f" d="M560 812h118l24 19-24 19H560Z"/><path fill="#6f4823" d="M664 866H548l-24 17 24 17h116Z"/>' +
    '<path fill="#3b2c22" d="M596 800c-2-16 6-30 20-34 4-8 14-10 20-4l9 3-9 4c2 14-4 26-16 31l-34 14Z"/><path fill="#d8b98a" d="M612 796c-4-12 4-22 14-26 6 12 2 22-6 28Z"/>';
  const flowers = [
    [330, 930],
    [372, 950],
    [410, 926],
    [1250, 930],
    [1296, 952],
    [1340, 934],
    [500, 962],
    [1180, 968],
    [270, 960],
  ].map(
    ([x, y], i) =>
      `<circle cx="${x}" cy="${y}" r="${4 + (i % 3)}" fill="${['#fff3d6', '#f3a6b0', '#ffd977'][i % 3]}"/>`,
  );
  return (
    facetedHill(
      12,
      [
        [0, 850],
        [220, 880],
        [430, 930],
        [560, 1000],
      ],
      1000,
      '#2b4d27',
      '#6d8a3a',
      [0, 1000],
    ) +
    facetedHill(
      13,
      [
        [1060, 1000],
        [1180, 930],
        [1380, 880],
        [1600, 840],
      ],
      1000,
      '#2b4d27',
      '#78903c',
      [1600, 1000],
    ) +
    `<g transform="translate(-40 20)">${post}</g>` +
    flowers.join('') +
    trees('o', [
      [60, 960, 2.2],
      [1560, 960, 2.3],
    ]) +
    trees('a', [[1390, 965, 1]]) +
    `${shapes.grass([
      [150, 985],
      [260, 990],
      [360, 992],
      [1290, 990],
      [1440, 985],
      [1210, 996],
      [460, 996],
    ])}`
  );
}

function trees(kind: string, places: readonly (readonly [x: number, y: number, scale: number])[]): string {
  return places
    .map(([x, y, scale]) => `<use href="#${kind}" transform="translate(${x} ${y}) scale(${scale})"/>`)
    .join('');
}
