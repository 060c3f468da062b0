import ts from 'typescript';
import type { ImportSeen } from './doors.ts';

type Found = Omit<ImportSeen, 'file'> & { readonly line: number };

/**
 * Every place where a file asks for another module: import and export declarations, `import()`, `import('x').Y` in types,
 * and `import.meta.resolve`, which asks for a place only. A specifier that is computed is not seen.
 */
export function importsOf(file: string, text: string): (ImportSeen & { line: number })[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const note = (node: ts.Node, specifier: ts.Node | undefined, kind: ImportSeen['kind']): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ specifier: specifier.text, kind, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node, node.moduleSpecifier, isTypeOnly(node.importClause) ? 'types' : 'full');
    else if (ts.isExportDeclaration(node)) note(node, node.moduleSpecifier, node.isTypeOnly ? 'types' : 'full');
    else if (ts.isExternalModuleReference(node)) note(node, node.expression, 'full');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node, node.argument.literal, 'types');
    else if (ts.isCallExpression(node)) noteCall(node, note);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((each) => ({ file, ...each }));
}

function noteCall(node: ts.CallExpression, note: (node: ts.Node, specifier: ts.Node | undefined, kind: ImportSeen['kind']) => void): void {
  const [argument] = node.arguments;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) note(node, argument, 'full');
  else if (ts.isIdentifier(node.expression) && node.expression.text === 'require') note(node, argument, 'full');
  else if (node.expression.getText() === 'import.meta.resolve') note(node, argument, 'path');
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
