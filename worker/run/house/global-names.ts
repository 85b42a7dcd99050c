import { type ESTree, Visitor } from 'vite';

/** A use of a name that the file does not declare: `Date`, or with its member `Math.random`. */
export type GlobalName = { readonly name: string; readonly start: number };

/** Every use of a global in a file, in types as well, with one level of members: `x.Date` is not a use of `Date`. */
export function globalNames(program: ESTree.Program): GlobalName[] {
  const { declared, keys } = namesAndKeys(program);
  const found: GlobalName[] = [];
  const add = (name: string, start: number) => {
    const [first = ''] = name.split('.');
    if (!declared.has(first)) found.push({ name, start });
  };
  new Visitor({
    Identifier: (node) => {
      if (!keys.has(node.start)) add(node.name, node.start);
    },
    MemberExpression: (node) => {
      const member = memberOf(node);
      if (node.object.type === 'Identifier' && member !== undefined) add(`${node.object.name}.${member}`, node.start);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier') return;
      for (const property of id.properties) {
        const isNamed = property.type === 'Property' && property.key.type === 'Identifier';
        if (isNamed && property.key.type === 'Identifier') add(`${init.name}.${property.key.name}`, property.start);
      }
    },
  }).visit(program);
  return found;
}

function memberOf(node: ESTree.MemberExpression): string | undefined {
  const { property } = node;
  if (property.type === 'Identifier' && !node.computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

/** The names that a file binds anywhere, and the positions of identifiers that only label a member. */
function namesAndKeys(program: ESTree.Program) {
  const declared = new Set<string>();
  const keys = new Set<number>();
  const bind = (...patterns: (ESTree.Node | null)[]) => {
    for (const pattern of patterns) for (const name of boundBy(pattern)) declared.add(name);
  };
  const label = (node: { key: ESTree.Node; computed?: boolean }) => {
    if (node.computed !== true) keys.add(node.key.start);
  };
  const bindFunction = (node: { params: ESTree.ParamPattern[]; id: ESTree.Node | null }) =>
    bind(node.id, ...node.params);
  new Visitor({
    ImportSpecifier: (node) => bind(node.local),
    ImportDefaultSpecifier: (node) => bind(node.local),
    ImportNamespaceSpecifier: (node) => bind(node.local),
    VariableDeclarator: (node) => bind(node.id),
    FunctionDeclaration: bindFunction,
    FunctionExpression: bindFunction,
    ArrowFunctionExpression: bindFunction,
    TSFunctionType: (node) => bind(...node.params),
    TSMethodSignature: (node) => {
      label(node);
      bind(...node.params);
    },
    ClassDeclaration: (node) => bind(node.id),
    CatchClause: (node) => bind(node.param),
    TSTypeAliasDeclaration: (node) => bind(node.id),
    TSInterfaceDeclaration: (node) => bind(node.id),
    MemberExpression: (node) => {
      if (!node.computed) keys.add(node.property.start);
    },
    Property: (node) => {
      if (!node.shorthand) label(node);
    },
    MethodDefinition: label,
    PropertyDefinition: label,
    TSPropertySignature: label,
  }).visit(program);
  return { declared, keys };
}

/** The names that a pattern binds. */
function boundBy(pattern: ESTree.Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return boundBy(pattern.left);
    case 'RestElement':
      return boundBy(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundBy);
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => boundBy(one.type === 'Property' ? one.value : one));
    default:
      return [];
  }
}
