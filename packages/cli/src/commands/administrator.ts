import { createFirstAdministrator, findPublishedAuthority } from '@rightplace/app';
import { setPasswordPath } from '@rightplace/web';
import { type Command, textOption, UsageError } from '../command.ts';
import { now, portOf, withRecord } from '../settings.ts';

export const administrator: Command = {
  usage: 'administrator --authority CODE --name NAME --email ADDRESS',
  about:
    'Makes the authority if need be (its name comes from official statistics, or --authority-name) and its first administrator, and prints ' +
    'once a link to choose a password. The administrator adds everybody else. Refused when there is an administrator already.',
  examples: ['administrator --authority E10000016 --name "Ada Osei" --email ada.osei@council.example'],
  options: {
    authority: { type: 'string' },
    'authority-name': { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
  },
  run: async (invocation, terminal) => {
    const code = textOption(invocation, 'authority')?.toUpperCase();
    const [name, email] = [textOption(invocation, 'name'), textOption(invocation, 'email')];
    if (code === undefined || name === undefined || email === undefined) {
      throw new UsageError(
        'administrator needs --authority, --name and --email; rightplace administrator --help shows an example.',
      );
    }
    const made = await withRecord(invocation, terminal, (store) =>
      createFirstAdministrator(
        { db: store.app, now },
        {
          authorityId: code,
          authorityName: textOption(invocation, 'authority-name') ?? findPublishedAuthority(code)?.name,
          name,
          email,
        },
      ),
    );
    if (made.kind !== 'administrator-made') throw new UsageError(made.sentence);
    const base = terminal.env['PUBLIC_URL'] || `http://localhost:${portOf(terminal)}`;
    terminal.note(
      `${name} is the first administrator. This link to choose a password works once and is shown only now:`,
    );
    terminal.print(new URL(setPasswordPath(made.linkKey), base).href);
    return 0;
  },
};
