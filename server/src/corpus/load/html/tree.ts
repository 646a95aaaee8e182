/** HTML as a tree, as browsers read it, with the place of each node; and what the other modules ask of a node. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type HtmlDocument = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** Deeper than this no page is nested that a person made; a parser that goes on would take hours, for its work grows with the square. */
const MAX_DEPTH = 2000;

export class TooDeep extends Error {}

/** Throws `TooDeep`. */
export function parseHtml(html: string): HtmlDocument {
  let depth = 0;
  return parse(html, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth++;
        if (depth > MAX_DEPTH) {
          throw new TooDeep();
        }
      },
      onItemPop: () => {
        depth--;
      },
    },
  });
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** All elements below a node, in the order of the document. */
export function* elementsIn(node: { readonly childNodes: readonly Node[] }): Generator<Element> {
  const stack = reversed(node.childNodes);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isElement(next)) {
      yield next;
      pushReversed(stack, next.childNodes);
    }
  }
}

/** The words below a node, white space collapsed; `limit` bounds the work on a large subtree. */
export function textIn(node: { readonly childNodes: readonly Node[] }, limit = 2000): string {
  let text = '';
  const stack = reversed(node.childNodes);
  for (let next = stack.pop(); next !== undefined && text.length < limit; next = stack.pop()) {
    if (isText(next)) {
      text += next.value;
    } else if (isElement(next)) {
      pushReversed(stack, next.childNodes);
    }
  }
  return text.replace(/\s+/g, ' ').trim();
}

function reversed(nodes: readonly Node[]): Node[] {
  return [...nodes].reverse();
}

/** One by one: an element may have more children than a call may have arguments. */
function pushReversed(stack: Node[], nodes: readonly Node[]): void {
  for (const node of reversed(nodes)) {
    stack.push(node);
  }
}
