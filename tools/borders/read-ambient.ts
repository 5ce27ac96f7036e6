import { visitorKeys, type Program } from 'oxc-parser';

/** A use of a name that the file did not bring itself, such as `Date.now`, `new Date()` or `fetch`. */
export type AmbientUse = { name: string; at: number };

type Node = { type: string; start: number; [field: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => node[key]).filter(isNode);
}

/** Finds uses of the forbidden names as values; types, keys and names bound in the file itself are not uses. */
export function readAmbientUses(program: Program, forbidden: readonly string[]): AmbientUse[] {
  const uses: AmbientUse[] = [];
  const report = (name: string, at: number) => {
    if (forbidden.includes(name)) uses.push({ name, at });
  };

  function walk(node: Node, bound: ReadonlySet<string>): void {
    if (isTypeOnly(node)) return;
    if (node.type === 'Identifier')
      return void (bound.has(String(node['name'])) || report(String(node['name']), node.start));
    const inside = new Set([...bound, ...namesBoundBy(node)]);
    for (const form of formsOf(node, inside)) report(form, node.start);
    for (const child of expressionsIn(node)) walk(child, inside);
  }

  if (isNode(program)) walk(program, new Set());
  return uses;
}

/** `new Date()`, `Date()`, `Date.now`, and `Date.now` again when it is taken out by destructuring. */
function formsOf(node: Node, bound: ReadonlySet<string>): string[] {
  const [owner, forms] = formsByType(node);
  if (!isNode(owner) || owner.type !== 'Identifier') return [];
  const name = String(owner['name']);
  return bound.has(name) ? [] : forms.map((form) => form.replace('*', name));
}

function formsByType(node: Node): [owner: unknown, forms: string[]] {
  switch (node.type) {
    case 'CallExpression':
      return [node['callee'], ['*()']];
    case 'NewExpression':
      return [
        node['callee'],
        Array.isArray(node['arguments']) && node['arguments'].length > 0 ? [] : ['new *()'],
      ];
    case 'MemberExpression':
      return [node['object'], [`*.${keyOf(node['property'])}`]];
    case 'VariableDeclarator': {
      const taken = isNode(node['id']) && node['id'].type === 'ObjectPattern' ? childrenOf(node['id']) : [];
      return [node['init'], taken.map((property) => `*.${keyOf(property['key'])}`)];
    }
    default:
      return [undefined, []];
  }
}

const keyOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value']) : '');

/** Types vanish before the code runs; expressions that only carry one (`x as T`, `x satisfies T`) do not. */
function isTypeOnly({ type }: Node): boolean {
  return type.startsWith('TS') && !type.endsWith('Expression') && type !== 'TSTypeAssertion';
}

/** Children without the names that are keys or declarations rather than values. */
function expressionsIn(node: Node): Node[] {
  const children = childrenOf(node);
  if (node.type.startsWith('Import') && node.type !== 'ImportExpression') return [];
  if (node.type === 'ExportSpecifier') return [];
  const silent = new Set([node['label']]);
  if (node['computed'] !== true) silent.add(node['key']).add(node['property']);
  if (/^(Function|Class)/.test(node.type)) silent.add(node['id']);
  return children.filter((child) => !silent.has(child));
}

/** Names a node brings for everything inside it: parameters, and the declarations of a block or file. */
function namesBoundBy(node: Node): string[] {
  const parameters = [node['params'], node['param']].flat();
  const body = [node['body']].flat();
  const loop = [node['init'], node['left']].filter(
    (part) => isNode(part) && part.type === 'VariableDeclaration',
  );
  const own = /^(Function|Class)/.test(node.type) ? [node['id']] : [];
  return [...parameters, ...own, ...[...body, ...loop].flatMap(declaredIn)].flatMap(namesInPattern);
}

function declaredIn(statement: unknown): unknown[] {
  if (!isNode(statement)) return [];
  if (isNode(statement['declaration'])) return declaredIn(statement['declaration']);
  if (statement.type === 'ImportDeclaration')
    return childrenOf(statement).map((specifier) => specifier['local']);
  if (statement.type === 'VariableDeclaration')
    return childrenOf(statement).map((declarator) => declarator['id']);
  return /^(Function|Class)/.test(statement.type) ? [statement['id']] : [];
}

function namesInPattern(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern['name'])];
    case 'AssignmentPattern':
      return namesInPattern(pattern['left']);
    case 'Property':
      return namesInPattern(pattern['value']);
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
      return childrenOf(pattern).flatMap(namesInPattern);
    default:
      return [];
  }
}
