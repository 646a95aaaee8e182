import { build } from 'esbuild';

export const tool = build;
