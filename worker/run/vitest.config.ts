import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');
const sources = ['shared/**', 'worker/**', 'web/**'];
const slow = ['**/*.workerd.test.ts', '**/*.faults.test.ts', '**/*.e2e.test.ts', 'worker/run/house/**'];
const ignored = ['**/node_modules/**', '**/.cache/**', '**/.wrangler/**', '**/dist/**'];
const second = 1000;

/** Groups run one after the other, so that what measures or needs both cores has them. */
const order = { house: 0, pure: 1, workerd: 2, faults: 3, browser: 4 };

export default defineConfig({
  root,
  test: {
    reporters: ['default', './worker/run/reporter.ts'],
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'house',
          include: ['worker/run/house/**/*.test.ts'],
          testTimeout: 120 * second,
          sequence: { groupOrder: order.house },
        },
      },
      {
        root,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'pure',
          include: sources.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: [...ignored, ...slow],
          testTimeout: 20 * second,
          sequence: { groupOrder: order.pure },
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            main: './worker/run/workerd-main.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TICK_DRIVER: 'step',
                REGION_CAPACITY: '20',
                GUEST_KEY: 'Z3Vlc3QtdGVzdC1rZXktb2YtdGhpcnR5LXR3by1ieXQ',
                TICKET_KEY: 'dGlja2V0LXRlc3Qta2V5LW9mLXRoaXJ0eS10d28tYnk',
                MIGRATIONS: await readD1Migrations(join(root, 'worker/directory/migrations')),
              },
            },
          })),
        ],
        test: {
          name: 'workerd',
          include: sources.map((folder) => `${folder}/*.workerd.test.ts`),
          exclude: ignored,
          setupFiles: ['./worker/run/workerd-setup.ts'],
          testTimeout: 20 * second,
          maxWorkers: 1,
          sequence: { groupOrder: order.workerd },
        },
      },
      {
        root,
        test: {
          name: 'faults',
          include: sources.map((folder) => `${folder}/*.faults.test.ts`),
          exclude: ignored,
          globalSetup: ['./worker/run/real-world/set-up.ts'],
          testTimeout: 120 * second,
          hookTimeout: 60 * second,
          maxWorkers: 2,
          sequence: { groupOrder: order.faults },
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.e2e.test.ts'],
          testTimeout: 240 * second,
          hookTimeout: 120 * second,
          maxWorkers: 1,
          sequence: { groupOrder: order.browser },
        },
      },
    ],
  },
});
