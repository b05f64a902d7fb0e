import type { Importer } from '../import/importer.ts';
import type { World } from '../world.ts';
import { applyUpstream, previewUpstream, type UpstreamRefusal } from './load-upstream.ts';
import type { NothingToLoad, UpstreamAsked } from './upstream-report.ts';

/** Reading and loading lists and censuses, which for a large census takes the better part of a minute: plain data. */
export type UpstreamJob =
  | { readonly kind: 'preview-upstream'; readonly importer: Importer; readonly asked: UpstreamAsked }
  | { readonly kind: 'apply-upstream'; readonly importer: Importer; readonly loadId: number };

/** Which load it was; what is in it is read from where it was kept. Or why not. */
export type UpstreamOutcome =
  | { readonly kind: 'done'; readonly loadId: number }
  | NothingToLoad
  | UpstreamRefusal
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

export const isOfUpstream = (job: { readonly kind: string }): job is UpstreamJob =>
  job.kind === 'preview-upstream' || job.kind === 'apply-upstream';

export const doUpstreamJob = async (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  job: UpstreamJob,
): Promise<UpstreamOutcome> => {
  if (job.kind === 'preview-upstream') {
    const previewed = await previewUpstream(world, job.importer, job.asked);
    return previewed.kind === 'previewed' ? { kind: 'done', loadId: previewed.loadId } : previewed;
  }
  const loaded = await applyUpstream(world, job.importer, job.loadId);
  return loaded.kind === 'loaded' ? { kind: 'done', loadId: job.loadId } : loaded;
};
