/** What the process that writes indexes tells the one that started it. */
import type { Updated } from '../store/update.ts';

export type IndexerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly updated: Updated }
  | { readonly kind: 'failed'; readonly message: string };
