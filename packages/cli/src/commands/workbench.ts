import { buildWorkbench } from '@rightplace/workbench';
import { type Command, UsageError } from '../command.ts';
import { writeTo } from '../files.ts';

export const workbench: Command = {
  usage: 'workbench OUT.html',
  about:
    'Writes the workbench: one file that is opened from disk in a browser and checks a return there, with no server and no ' +
    'network. Give it to whoever prepares the return; nothing they put into it leaves their computer.',
  examples: ['workbench rightplace-workbench.html'],
  options: {},
  run: async (invocation, terminal) => {
    const [out, ...others] = invocation.positionals;
    if (out === undefined || others.length > 0)
      throw new UsageError(
        'workbench takes the file to write: rightplace workbench rightplace-workbench.html',
      );
    const { html, bytes } = await buildWorkbench();
    writeTo(terminal, out, html);
    terminal.note(
      `Written to ${out}: ${Math.round(bytes / 1000).toLocaleString('en-GB')} KB. Open it in a browser.`,
    );
    return 0;
  },
};
