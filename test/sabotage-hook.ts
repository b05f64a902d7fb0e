/** Loads one file of the product as a saboteur would have it. Given to Node before a test file is; see sabotage.ts. */
import { registerHooks } from 'node:module';

const { SABOTAGED: file, SABOTEUR_TAKES: takes = '', SABOTEUR_PUTS: puts = '' } = process.env;

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (url !== file || loaded.source === undefined || loaded.source === null) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    return { ...loaded, source: source.replace(takes, () => puts) };
  },
});
