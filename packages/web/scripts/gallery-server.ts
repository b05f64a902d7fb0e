/** The gallery's sample pages on a free port of this machine, under the service's own security policy. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DistrictShapes } from '../src/charts/index.ts';
import { samplePages } from '../src/kit/gallery/sample-pages.ts';
import { findAsset, inlineScriptHashes } from '../src/kit/index.ts';

const districtsFile = join(import.meta.dirname, '../../app/data/reference/england_districts_2024.geojson');

const POLICY = [
  "default-src 'none'",
  `script-src 'self' ${inlineScriptHashes()
    .map((hash) => `'${hash}'`)
    .join(' ')}`,
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
].join('; ');

/** Faults of the official components themselves as axe finds them, for the accessibility statement. */
export const KNOWN_FAULTS: Readonly<Record<string, string>> = {
  'aria-allowed-attr': 'radios that open a further question carry aria-expanded, which radios may not',
  'label-content-name-mismatch':
    'the improved file upload is named by its label and state, not by its words alone',
};

export interface Gallery {
  readonly names: readonly string[];
  readonly urlOf: (name: string) => string;
  readonly close: () => void;
}

export const serveGallery = async (): Promise<Gallery> => {
  const pages = samplePages(JSON.parse(readFileSync(districtsFile, 'utf8')) as DistrictShapes);
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const asset = findAsset(path);
    const page = pages[path.slice(1)];
    if (asset !== undefined) response.writeHead(200, { 'content-type': asset.type }).end(asset.body);
    else if (page === undefined) response.writeHead(404).end();
    else {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
      response.writeHead(200, headers).end(page);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    names: Object.keys(pages),
    urlOf: (name) => `http://127.0.0.1:${port}/${name}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
