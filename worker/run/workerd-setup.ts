import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Beside the Worker's own bindings, the tests' configuration binds the migrations: there is no file system in here.
declare global {
  namespace Cloudflare {
    interface Env {
      MIGRATIONS: D1Migration[];
    }
  }
}

await applyD1Migrations(env.DIRECTORY, env.MIGRATIONS);
