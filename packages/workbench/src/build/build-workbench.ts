import { createHash } from 'node:crypto';
import { bundleScript, bundleStyle, endBundling } from './bundle.ts';
import { librariesIn, licencesHtml } from './licences.ts';
import { pageHtml } from './page.ts';

export interface Workbench {
  readonly html: string;
  readonly bytes: number;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A script stands in the page as it is, so nothing in it may end it, or begin what ends it. */
const asInline = (script: string): string => {
  if (/<\/script|<!--/i.test(script))
    throw new Error('The script of the workbench holds what would end it early');
  return script;
};

/**
 * The whole workbench as one file. Its policy names the one script and the one style sheet it holds by their hashes, lets it start
 * its worker, and refuses every connection.
 */
export const buildWorkbench = async (): Promise<Workbench> => {
  const [worker, page, style] = await Promise.all([
    bundleScript('../worker/worker.ts'),
    bundleScript('../browser/main.ts'),
    bundleStyle('../style/workbench.css'),
  ]);
  await endBundling();
  const script = asInline(page.text);
  const policy = [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const html = pageHtml({
    style,
    script,
    worker: JSON.stringify(worker.text).replaceAll('<', '\\u003c'),
    policy,
    licences: licencesHtml(librariesIn([...worker.inputs, ...page.inputs])),
  });
  return { html, bytes: Buffer.byteLength(html) };
};
