import { createReturnThread, createWorld, loadDemonstration } from '@rightplace/app';
import { demonstration } from '@rightplace/demo';
import { londonDayOf } from '@rightplace/domain';
import { listAuthorities, type Store } from '@rightplace/store';
import { serve as serveWeb, settingsFor } from '@rightplace/web';
import { type Command, flag, type Terminal } from '../command.ts';
import { modeOf, now, openRecord, portOf } from '../settings.ts';
import { signInSettings } from '../sign-in-settings.ts';

/** The same invented children wherever it is tried. */
const SEED = 'northmarsh';

const loadFirstDemonstration = async (store: Store, terminal: Terminal): Promise<void> => {
  if ((await listAuthorities(store.app)).length > 0) return;
  terminal.note('Inventing the demonstration authority…');
  const at = now();
  await loadDemonstration(store, demonstration({ seed: SEED, asOf: londonDayOf(at) }), at);
};

export const serve: Command = {
  usage: 'serve [--empty]',
  about:
    'Starts the database, brings it up to date, loads the demonstration authority the first time, and serves the pages. Settings: PORT ' +
    '(3000, or the next free one), RIGHTPLACE_DATA, DATABASE_URL, RIGHTPLACE_MODE (demo or live), HOST; live also PUBLIC_URL, ' +
    'TRUST_PROXY and OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET. Ctrl-C ends everything it started.',
  examples: ['serve', 'serve --empty --data /tmp/rightplace'],
  options: { empty: { type: 'boolean' } },
  run: async (invocation, terminal) => {
    const mode = modeOf(terminal);
    const port = portOf(terminal);
    const signIn = mode === 'live' ? signInSettings(terminal) : {};
    const store = await openRecord(invocation, terminal, 'server');
    try {
      if (mode === 'demo' && !flag(invocation, 'empty')) await loadFirstDemonstration(store, terminal);
      const world = createWorld({
        db: store.app,
        now,
        mode,
        returnThread: createReturnThread(store.address.app),
        ...signIn,
      });
      const host = terminal.env['HOST'] || undefined;
      const serving = await serveWeb({
        world,
        port,
        ...(host === undefined ? {} : { host }),
        settings: settingsFor({
          mode,
          publicUrl: world.publicUrl,
          trustProxy: terminal.env['TRUST_PROXY'],
          issuer: terminal.env['OIDC_ISSUER'] || undefined,
        }),
      });
      terminal.print(`Rightplace is running at ${serving.url}`);
      terminal.note('Press Ctrl-C to stop it.');
      await terminal.stopped;
      terminal.note('Stopping…');
      await serving.close();
    } finally {
      await store.close();
    }
    return 0;
  },
};
