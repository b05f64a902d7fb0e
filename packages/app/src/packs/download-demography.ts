import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { openDemography, type PackRefusal, type PackYears } from './demography.ts';
import { type PackFile, type PackFormat, packFile } from './pack-files.ts';

const TRUE_FIGURES = 'True figures, for people who may see the children behind them. Not for anybody else.';

/** The true figures with their definitions, as a file. It counts children and names none. */
export const downloadDemography = async (
  world: World,
  signedIn: SignedIn,
  asked: PackYears & { readonly format: PackFormat },
): Promise<PackFile | PackRefusal> => {
  const found = await openDemography(world, signedIn, asked);
  if (found.kind === 'refused') return found;
  const { shown, last, years } = found;
  const name = `demography-${years[0] ?? last}-${last}`;
  return packFile(shown, { format: asked.format, name, says: [TRUE_FIGURES] });
};
