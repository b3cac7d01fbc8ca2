import ts from 'typescript';

/**
 * Prints a type as plain TypeScript without names of ours: objects, lists, unions and literals, in full. Brands are left
 * out, so that an id is a string to whoever uses the client.
 * @throws when a type is none of these
 */
export function printType(checker: ts.TypeChecker, type: ts.Type, indent = ''): string {
  if (type.isUnion()) return printUnion(checker, type, indent);
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (type.isNumberLiteral()) return String(type.value);
  if (type.isIntersection()) return printIntersection(checker, type, indent);
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type);
  if (type.flags & PLAIN) return checker.typeToString(type);
  if (checker.isArrayType(type)) return printArray(checker, type, indent);
  if (type.flags & ts.TypeFlags.Object) return printObject(checker, type.getProperties(), indent);
  throw new Error(`no plain form for ${checker.typeToString(type)}`);
}

/** Short objects stand on one line. */
const LINE = 80;

const PLAIN =
  ts.TypeFlags.String |
  ts.TypeFlags.Number |
  ts.TypeFlags.Boolean |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Unknown;

function printUnion(checker: ts.TypeChecker, type: ts.UnionType, indent: string): string {
  const isBoolean = (part: ts.Type) => (part.flags & ts.TypeFlags.BooleanLiteral) !== 0;
  const others = type.types
    .filter((part) => !isBoolean(part))
    .map((part) => printType(checker, part, indent));
  const hasBoolean = type.types.some(isBoolean);
  const rank = (text: string) => (text === 'null' ? 1 : text === 'undefined' ? 2 : 0);
  return [...new Set([...(hasBoolean ? ['boolean'] : []), ...others])]
    .toSorted((left, right) => rank(left) - rank(right))
    .join(' | ');
}

/** A branded string or number is what it is without its brand; objects are put together. */
function printIntersection(checker: ts.TypeChecker, type: ts.IntersectionType, indent: string): string {
  const plain = type.types.find((part) => (part.flags & PLAIN) !== 0);
  return plain
    ? printType(checker, plain, indent)
    : printObject(checker, checker.getPropertiesOfType(type), indent);
}

function printArray(checker: ts.TypeChecker, type: ts.Type, indent: string): string {
  const [item] = checker.getTypeArguments(type as ts.TypeReference);
  if (!item) throw new Error('a list of nothing');
  const text = printType(checker, item, indent);
  return /^[\w']+$/.test(text) ? `${text}[]` : `Array<${text}>`;
}

function printObject(checker: ts.TypeChecker, properties: readonly ts.Symbol[], indent: string): string {
  const inner = `${indent}  `;
  const members = properties.map((property) => {
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const type = checker.getTypeOfSymbol(property);
    const text = printType(checker, isOptional ? withoutUndefined(checker, type) : type, inner);
    return `${property.name}${isOptional ? '?' : ''}: ${text}${isOptional ? ' | undefined' : ''}`;
  });
  const line = `{ ${members.join('; ')} }`;
  if (!line.includes('\n') && indent.length + line.length <= LINE) return line;
  return `{\n${members.map((member) => `${inner}${member};`).join('\n')}\n${indent}}`;
}

function withoutUndefined(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  return checker.getNonNullableType(type) === type ? type : stripped(checker, type);
}

function stripped(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  if (!type.isUnion()) return type;
  const rest = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  const [only] = rest;
  // A union of one is that one; longer ones keep their null.
  return rest.length === 1 && only ? only : checker.getNonNullableType(type);
}
