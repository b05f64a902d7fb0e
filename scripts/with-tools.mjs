// Installs everything, development tools included, then runs one of the project's own scripts on the product's Node.
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { runOnProductNode } from './run.mjs';

const [script = '', ...args] = process.argv.slice(2);
ensureInstalled({ withTools: true });
process.env['INIT_CWD'] = root;
runOnProductNode(join(root, 'scripts', script), args);
