import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { runOnProductNode } from './run.mjs';

ensureInstalled({ withTools: false });
runOnProductNode(join(root, 'packages/cli/src/main.ts'), process.argv.slice(2));
