import { spawn } from 'node:child_process';
import { totalmem } from 'node:os';
import { productNode, root } from './install.mjs';

/**
 * Runs a file of ours on the product's Node, passes on Ctrl-C and SIGTERM, and ends as it ended.
 * @param {string} file @param {readonly string[]} args
 */
export const runOnProductNode = (file, args) => {
  // A nation's return needs more than Node's own limit, which is a few gigabytes whatever the machine has.
  const memory = `--max-old-space-size=${Math.floor((totalmem() / 1024 / 1024) * 0.7)}`;
  const child = spawn(productNode(), ['--disable-warning=ExperimentalWarning', memory, file, ...args], {
    // npm runs scripts in the checkout's folder; a path the person typed is relative to where they typed it.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    env: { ...process.env, RIGHTPLACE_ROOT: root },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child through the terminal as well; a second signal does no harm there.
    process.on(signal, () => child.kill(signal));
  }
  // npm runs us through a shell, which may end at a signal without passing it on. Then whoever started us is gone.
  const startedBy = process.ppid;
  setInterval(() => {
    if (process.ppid !== startedBy) child.kill('SIGTERM');
  }, 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
};
