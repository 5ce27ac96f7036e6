import { Visitor, type Comment, type Expression, type Program } from 'oxc-parser';

/** One import as written. In a template, `*` stands for each computed part; wholly computed ones have no name. */
export type Import = { name: string | undefined; at: number };

/** Static, dynamic, type-only, re-exported, `require`d, resolved or named in a comment: everything one file asks for. */
export function readImports(program: Program, comments: readonly Comment[]): Import[] {
  const found: Import[] = [];
  const add = (name: string | undefined, at: number) => void found.push({ name, at });
  new Visitor({
    ImportDeclaration: ({ source, start }) => add(source.value, start),
    ExportAllDeclaration: ({ source, start }) => add(source.value, start),
    ExportNamedDeclaration: ({ source, start }) => {
      if (source) add(source.value, start);
    },
    ImportExpression: ({ source, start }) => add(nameIn(source), start),
    TSImportType: ({ source, start }) => add(source.value, start),
    TSExternalModuleReference: ({ expression, start }) => add(expression.value, start),
    CallExpression({ callee, arguments: [first], start }) {
      if (!first || first.type === 'SpreadElement') return;
      const name = nameIn(first);
      if (isRequire(callee)) add(name, start);
      else if (isResolve(callee) && name !== undefined) add(name, start);
    },
  }).visit(program);
  return [...found, ...comments.flatMap(importsInComment)];
}

function nameIn(expression: Expression): string | undefined {
  if (expression.type === 'Literal') {
    return typeof expression.value === 'string' ? expression.value : undefined;
  }
  if (expression.type !== 'TemplateLiteral') return undefined;
  const name = expression.quasis.map(({ value }) => value.cooked ?? value.raw).join('*');
  return name.startsWith('*') ? undefined : name;
}

/** `require(x)` and `createRequire(here)(x)`. */
function isRequire(callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require';
  return (
    callee.type === 'CallExpression' &&
    callee.callee.type === 'Identifier' &&
    callee.callee.name === 'createRequire'
  );
}

/** `require.resolve(x)` and `import.meta.resolve(x)`: they load nothing, but whoever asks usually does. */
function isResolve(callee: Expression): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const { object, property } = callee;
  return property.name === 'resolve' && (object.type === 'MetaProperty' || isRequire(object));
}

function importsInComment({ value, start }: Comment): Import[] {
  const references = value.matchAll(/^\/\s*<reference\s+(?:types|path)=["']([^"']+)["']/g);
  const jsdoc = value.matchAll(/[{<(|&\s]import\(["']([^"']+)["']\)/g);
  return [...references, ...jsdoc].map(([, name]) => ({ name, at: start }));
}
