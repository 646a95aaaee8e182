/** Finds uses of names that a part of the program must not reach for, such as `process` in a pure folder. */
import ts from 'typescript';

export interface Use {
  readonly line: number;
  /** `process`, or `Date.now` for a member. */
  readonly name: string;
}

/**
 * Uses of `names` in the source text, in order. A plain name matches the free identifier, a dotted one that member only;
 * `new Date` matches a construction without arguments, which reads the clock.
 */
export function uses(source: string, names: readonly string[]): readonly Use[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: Use[] = [];
  const report = (node: ts.Node, name: string): void => {
    if (names.includes(name)) found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, name });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isFree(node)) report(node, node.text);
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) report(node, `${node.expression.text}.${node.name.text}`);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && (node.arguments ?? []).length === 0) {
      report(node, `new ${node.expression.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether the identifier names a variable, not a member, a key, a declaration's own name or a type's field. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  const named = parent as { readonly name?: ts.Node };
  return named.name !== node || ts.isShorthandPropertyAssignment(parent);
}
