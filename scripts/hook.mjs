#!/usr/bin/env node
/**
 * What pre-commit runs: `corroborate` with the arguments given, from the copy of this repository that pre-commit keeps. The first run
 * installs and builds there, since not every npm runs the scripts of a package that comes from a repository.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root } from './setup.mjs';

const program = join(root, 'dist', 'main.cjs');
if (!existsSync(program)) ensureBuilt();
const result = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 2);
