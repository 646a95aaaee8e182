/** A list of passages that is filtered as one types and shows each passage in its source while moving through the list. */
import * as vscode from 'vscode';
import type { CitablePassage } from '../../../server/src/lsp/protocol.ts';
import { arranged, matching, merged } from './choices.ts';
import { Preview } from './preview.ts';

interface PassageItem extends vscode.QuickPickItem {
  /** Null for a heading. */
  readonly passage: CitablePassage | null;
}

/** Longer passages are cut in the list; the preview shows them whole. */
const LABEL_LENGTH = 110;
/** Milliseconds after the last letter until the server is asked for more. */
const PAUSE = 150;

export interface PickerOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Finds passages beyond those given, by what is typed. */
  readonly search?: (typed: string) => Promise<readonly CitablePassage[]>;
}

/** The passage that was chosen, or null. The preview is closed again. */
export function pickPassage(passages: readonly CitablePassage[], options: PickerOptions): Promise<CitablePassage | null> {
  const picker = vscode.window.createQuickPick<PassageItem>();
  const preview = new Preview();
  let known = passages;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    const typed = picker.value.trim();
    picker.items = typed === '' ? listed(passages) : matching(known, typed).map(toItem);
  };
  const search = async (typed: string): Promise<void> => {
    const more = (await options.search?.(typed)) ?? [];
    if (picker.value !== typed) return;
    picker.busy = false;
    const before = known;
    known = merged(known, more);
    if (known.length === before.length) return;
    // What somebody has moved to stays the active one while more comes in below.
    const [active] = picker.activeItems;
    show();
    const same = picker.items.find(({ passage }) => passage !== null && passage === active?.passage);
    if (same !== undefined) picker.activeItems = [same];
  };
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  show();
  return new Promise((resolve) => {
    let chosen: CitablePassage | null = null;
    picker.onDidChangeValue((value) => {
      clearTimeout(timer);
      show();
      picker.busy = options.search !== undefined && value.trim() !== '';
      if (picker.busy) timer = setTimeout(() => void search(value), PAUSE);
    });
    picker.onDidChangeActive(([active]) => {
      if (active?.passage != null) preview.show(active.passage);
    });
    picker.onDidAccept(() => {
      chosen = picker.activeItems[0]?.passage ?? null;
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      picker.dispose();
      void preview.close().then(() => resolve(chosen));
    });
    picker.show();
  });
}

/** With a heading over each group, where there are several. */
function listed(passages: readonly CitablePassage[]): readonly PassageItem[] {
  const groups = arranged(passages);
  return groups.flatMap(({ title, passages: members }): readonly PassageItem[] => [
    ...(groups.length > 1 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator, passage: null }] : []),
    ...members.map(toItem),
  ]);
}

function toItem(passage: CitablePassage): PassageItem {
  const quote = passage.quote.replace(/\s+/g, ' ').trim();
  const said = (parts: readonly (string | null)[], mark: string) => parts.filter((part) => part !== null && part !== '').join(mark);
  const from = said([passage.title, passage.publisher, passage.date], ', ');
  return {
    label: `${iconOf(passage)} ${quote.length > LABEL_LENGTH ? `${quote.slice(0, LABEL_LENGTH)}…` : quote}`,
    detail: said([passage.standing, from, passage.place], ' · '),
    // What is listed has been filtered already; the editor's own filter would drop what was found by a slip of a letter.
    alwaysShow: true,
    passage,
  };
}

function iconOf({ stance, because }: CitablePassage): string {
  if (stance === 'supports') return '$(pass)';
  if (stance === 'contradicts') return '$(error)';
  return because === 'recent' ? '$(history)' : '$(quote)';
}
