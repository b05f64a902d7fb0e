import { join } from 'node:path';
import { build as esbuild, type Plugin, stop } from 'esbuild';

const here = import.meta.dirname;
const pathOf = (name: string): string => join(here, name);

/** Our own packages do nothing by being imported, so what is not used of them is left out. */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup: (build) => {
    build.onResolve({ filter: /^@rightplace\/|^\.{1,2}\// }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'asked') return undefined;
      const resolved = await build.resolve(path, {
        ...options,
        pluginData: 'asked',
      });
      return { ...resolved, sideEffects: options.kind === 'entry-point' };
    });
  },
};

/** One file of script, and the files it was made from. */
export interface Bundled {
  readonly text: string;
  readonly inputs: readonly string[];
}

/** One file of script, of all that it imports. */
export const bundleScript = async (entry: string): Promise<Bundled> => {
  const { outputFiles, metafile } = await esbuild({
    metafile: true,
    absWorkingDir: here,
    entryPoints: [pathOf(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [leaveOutUnused],
  });
  return {
    text: (outputFiles[0]?.text ?? '').trim(),
    inputs: Object.keys(metafile.inputs).map((input) => join(here, input)),
  };
};

/** One style sheet, of all that it imports. */
export const bundleStyle = async (entry: string): Promise<string> => {
  const { outputFiles } = await esbuild({
    entryPoints: [pathOf(entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return (outputFiles[0]?.text ?? '').trim();
};

/** Ends the process that bundles, which would otherwise stay for as long as ours. */
export const endBundling = (): Promise<void> => stop();
