/** The comments in drafts that silence findings, for the list of all that is ignored. */
import * as fs from 'node:fs/promises';
import { parseDraft } from '../draft/parse.ts';
import { LineMap } from '../text/lines.ts';
import type { WireIgnoreComment } from './protocol-review.ts';
import { uriOf } from './uris.ts';

/** What every such comment begins with; drafts without it need not be read closely. */
const MARK = 'corroborate-disable';

/** `open` gives the text of a draft that is open in the editor, which may not be saved yet. */
export async function commentsIn(drafts: readonly string[], open: (uri: string) => string | null): Promise<readonly WireIgnoreComment[]> {
  const comments: WireIgnoreComment[] = [];
  for (const file of drafts) {
    const uri = uriOf(file);
    const text = open(uri) ?? (await fs.readFile(file, 'utf8').catch(() => ''));
    if (!text.includes(MARK)) continue;
    const lines = new LineMap(text);
    const seen = new Set<number>();
    for (const { comment, reason, rules } of parseDraft(file, text).ignores) {
      const known = comments.findLast((one) => one.uri === uri && lines.offset(one.range.start) === comment.start);
      // A comment that disables several rules from here on is one comment.
      if (seen.has(comment.start) && known !== undefined) {
        comments.splice(comments.indexOf(known), 1, { ...known, rules: [...(known.rules ?? []), ...(rules ?? [])] });
        continue;
      }
      seen.add(comment.start);
      comments.push({ uri, range: lines.range(comment), rules, reason });
    }
  }
  return comments;
}
