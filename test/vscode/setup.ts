/** Prepares the editor tests ahead of time: `npm run test:vscode:setup`. */
import { setUpCodeServer } from './harness/setup.ts';

console.error(setUpCodeServer());
