import {
  addPeopleToTry,
  catchUpOnNights,
  createReturnThread,
  createWorld,
  giveAgreements,
  giveBoards,
  giveClocks,
  giveContracts,
  giveDocuments,
  giveHolds,
  givePanels,
  givePayments,
  givePortal,
  giveProceedings,
  giveRequests,
  giveReviewingOfficers,
  giveSearches,
  keepAttachmentsScanned,
  keepFiguresWarm,
  keepMailGoing,
  keepReturnsChecked,
  loadDemonstration,
  type World,
} from '@rightplace/app';
import {
  demonstration,
  INVENTED_DOCUMENTS,
  inventLeaving,
  inventPanels,
  inventPlaced,
  inventProceedings,
  inventRequests,
  inventSearches,
  withSlips,
} from '@rightplace/demo';
import { londonDayOf } from '@rightplace/domain';
import { listAuthorities, type Store } from '@rightplace/store';
import { serve as serveWeb, settingsFor } from '@rightplace/web';
import { ensureAuthorityAsked } from '../authority.ts';
import { type Command, flag, type Terminal, textOption } from '../command.ts';
import { giveDemandBeside } from '../demonstration/demand-thread.ts';
import { fileKeeping } from '../file-keeping.ts';
import { mailSettings } from '../mail-settings.ts';
import { modeOf, now, openRecord, portOf } from '../settings.ts';
import { signInSettings } from '../sign-in-settings.ts';

/** The same invented children wherever it is tried. */
const SEED = 'northmarsh';
/** No authority has this code. */
const NOBODY_YET = 'E10000998';

const loadFirstDemonstration = async (store: Store, terminal: Terminal): Promise<void> => {
  if ((await listAuthorities(store.app)).length > 0) return;
  terminal.note('Inventing the demonstration authority…');
  const at = now();
  const invented = demonstration({ seed: SEED, asOf: londonDayOf(at) });
  await loadDemonstration(store, withSlips(invented, SEED), at);
};

/** An authority without a child, and a person to sign in as for each role: what a first return is loaded into. */
const makeEmptyAuthority = async (store: Store, world: World, asked: string | undefined): Promise<void> => {
  const real = (await listAuthorities(store.app)).some(({ demonstration: invented }) => !invented);
  if (asked === undefined && real) return;
  const { code } = await ensureAuthorityAsked(store, asked ?? NOBODY_YET, 'An authority with no data yet');
  await addPeopleToTry(world, code);
};

/** Building takes a second or two: it is done when it is first asked for, and kept. One that failed is tried again. */
const keptWorkbench = (): (() => Promise<Uint8Array>) => {
  let building: Promise<Uint8Array> | undefined;
  const build = async (): Promise<Uint8Array> => {
    const { buildWorkbench } = await import('@rightplace/workbench');
    return new TextEncoder().encode((await buildWorkbench()).html);
  };
  return () => {
    building ??= build().catch((error: unknown) => {
      building = undefined;
      throw error;
    });
    return building;
  };
};

export const serve: Command = {
  usage: 'serve [--empty [--authority CODE]]',
  about:
    'Starts the database, brings it up to date, loads the demonstration authority the first time (or, with --empty, makes one ' +
    'without a child, named by --authority), and serves the pages. Settings: PORT ' +
    '(3000, or the next free one), RIGHTPLACE_DATA, DATABASE_URL, RIGHTPLACE_MODE (demo or live), HOST; live also PUBLIC_URL, ' +
    'TRUST_PROXY, RIGHTPLACE_SMTP, RIGHTPLACE_MAIL_FROM and OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET. Ctrl-C ends everything it started.',
  examples: ['serve', 'serve --empty --data /tmp/rightplace'],
  options: { empty: { type: 'boolean' }, authority: { type: 'string' } },
  run: async (invocation, terminal) => {
    const mode = modeOf(terminal);
    const port = portOf(terminal);
    const signIn = mode === 'live' ? signInSettings(terminal) : {};
    const mail = mode === 'live' ? mailSettings(terminal, signIn.publicUrl) : undefined;
    const store = await openRecord(invocation, terminal, 'server');
    try {
      const files = await fileKeeping(store, invocation, terminal);
      const world = createWorld({
        db: store.app,
        now,
        mode,
        returnThread: createReturnThread(store.address.app),
        workbench: keptWorkbench(),
        ...(files === undefined ? {} : { files }),
        sendsMail: mail !== undefined,
        ...signIn,
      });
      if (mode === 'demo' && flag(invocation, 'empty')) {
        await makeEmptyAuthority(store, world, textOption(invocation, 'authority'));
      } else if (mode === 'demo') await loadFirstDemonstration(store, terminal);
      await giveBoards(world);
      await giveRequests(world, (asked) => [...inventRequests(asked), ...inventLeaving(asked)]);
      await giveDocuments(world, INVENTED_DOCUMENTS);
      await givePanels(world, inventPanels);
      await giveProceedings(world, inventProceedings);
      await giveSearches(world, (asked) => {
        const searches = inventSearches(asked);
        return [...searches, ...inventPlaced(asked, searches)];
      });
      await giveContracts(world);
      await giveAgreements(world);
      await givePayments(world);
      await givePortal(world);
      await giveHolds(world);
      await giveReviewingOfficers(world);
      await giveClocks(world);
      const warm = await keepFiguresWarm(
        world,
        store,
        (error) =>
          terminal.note(`The record could not be made ready before it is asked for: ${String(error)}`),
        { fromStart: true },
      );
      const checked = await keepReturnsChecked(
        world,
        store,
        (error) => terminal.note(`The return could not be checked: ${String(error)}`),
        () => catchUpOnNights(world),
      );
      const mailing = keepMailGoing(
        world,
        (error) => terminal.note(`People could not be told of something: ${String(error)}`),
        mail,
      );
      const scanned = keepAttachmentsScanned(world, (error) =>
        terminal.note(`Documents could not be scanned: ${String(error)}`),
      );
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
      const demand =
        mode === 'demo'
          ? giveDemandBeside({ login: store.address.app, seed: SEED }, (error) =>
              terminal.note(`What came before care could not be invented: ${String(error)}`),
            )
          : undefined;
      terminal.note('Press Ctrl-C to stop it.');
      await terminal.stopped;
      terminal.note('Stopping…');
      await serving.close();
      await demand?.stop();
      await mailing.stop();
      mail?.sender.close();
      await warm.stop();
      await checked.stop();
      await scanned.stop();
    } finally {
      await store.close();
    }
    return 0;
  },
};
