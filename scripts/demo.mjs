/** `npm run demo`: checks the example drafts against the sources that ship with the project. Findings are no failure here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from './setup.mjs';

ensureBuilt();
process.stdout.write('\n$ corroborate lint drafts/\n\n');
const { status } = spawnSync(process.execPath, [join(root, 'dist', 'main.cjs'), 'lint', 'drafts'], { cwd: root, stdio: 'inherit' });
process.stdout.write('\nWhy a sentence got its verdict: node dist/main.cjs explain drafts/FILE.md:LINE\n');
process.exit(status === 0 || status === 1 ? 0 : (status ?? 2));
